package dev.vetrina.order.payment.provider;

import org.jspecify.annotations.Nullable;

/** @param reference the provider's own id of the payment, to be kept with it */
public record ProviderReply(ProviderAnswer answer, @Nullable String reference) {

    public static ProviderReply of(ProviderAnswer answer) {
        return new ProviderReply(answer, null);
    }
}
