package dev.vetrina.order.payment.provider;

import org.jspecify.annotations.Nullable;

/** What a provider says of a refund. */
public sealed interface RefundAnswer {

    /** @param reference the provider's own id of the refund */
    record Succeeded(@Nullable String reference) implements RefundAnswer {}

    /** The provider is at work and will tell. */
    record Pending(@Nullable String reference) implements RefundAnswer {}

    /** @param code the provider's reason */
    record Failed(String code) implements RefundAnswer {}

    /** The provider gave no answer: not an answer of its own, but what we know. */
    record NoAnswer(String error) implements RefundAnswer {}
}
