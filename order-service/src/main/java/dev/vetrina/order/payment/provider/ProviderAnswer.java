package dev.vetrina.order.payment.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider says of a payment. Amounts are in minor units of the payment's currency. */
public sealed interface ProviderAnswer {

    /**
     * @param captured what is taken by now
     * @param until when the rest can be taken at the latest
     */
    record Authorised(long captured, Instant until) implements ProviderAnswer {}

    /** @param total all that was taken; nothing more will be */
    record Captured(long total) implements ProviderAnswer {}

    /** @param code the provider's reason, such as {@code insufficient_funds} */
    record Declined(String code) implements ProviderAnswer {}

    /**
     * @param url where the buyer goes on
     * @param clientSecret with which the provider's library goes on in the client
     */
    record ActionRequired(@Nullable String url, @Nullable String clientSecret) implements ProviderAnswer {}

    record Cancelled() implements ProviderAnswer {}

    /** The provider is at work and will tell. */
    record Pending() implements ProviderAnswer {}

    /** The provider never heard of it. */
    record NotKnown() implements ProviderAnswer {}

    /** The provider gave no answer: not an answer of its own, but what we know. */
    record NoAnswer(String error) implements ProviderAnswer {}
}
