package dev.vetrina.order.payment;

/** What a provider says of a payment. */
public sealed interface ProviderAnswer {

    record Captured() implements ProviderAnswer {}

    /** @param code the provider's reason, such as {@code insufficient_funds} */
    record Declined(String code) implements ProviderAnswer {}

    /** @param url where the buyer goes on */
    record ActionRequired(String url) implements ProviderAnswer {}

    record Cancelled() implements ProviderAnswer {}

    record Refunded() implements ProviderAnswer {}

    /** The provider never heard of it. */
    record NotKnown() implements ProviderAnswer {}

    /** The provider gave no answer: not an answer of its own, but what we know. */
    record NoAnswer() implements ProviderAnswer {}
}
