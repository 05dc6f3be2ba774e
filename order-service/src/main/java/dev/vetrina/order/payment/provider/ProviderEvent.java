package dev.vetrina.order.payment.provider;

import java.util.UUID;

/**
 * Something that a provider tells by itself.
 *
 * @param id the provider's id of the event: told again, it has the same
 */
public record ProviderEvent(String id, Content content) {

    public sealed interface Content {}

    public record PaymentTold(UUID paymentId, ProviderReply reply) implements Content {}

    public record RefundTold(UUID paymentId, UUID refundId, RefundAnswer answer) implements Content {}

    /** About nothing that we asked for: the account at the provider has other users too. */
    public record NotOurs() implements Content {}
}
