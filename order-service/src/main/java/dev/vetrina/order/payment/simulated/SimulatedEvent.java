package dev.vetrina.order.payment.simulated;

import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the simulated provider writes it.
 *
 * @param type what it is about, such as {@code payment.captured}
 * @param text the decline code, the challenge's address, the refund's reference or its failure
 * @param amount minor units captured
 * @param until end of the authorisation in seconds since 1970
 */
record SimulatedEvent(
        String id,
        String type,
        UUID paymentId,
        @Nullable UUID refundId,
        @Nullable String text,
        long amount,
        long until) {

    static SimulatedEvent of(UUID id, UUID paymentId, ProviderAnswer answer) {
        return switch (answer) {
            case ProviderAnswer.Captured(long total) -> of(id, "payment.captured", paymentId, null, total, 0);
            case ProviderAnswer.Authorised(long captured, Instant until) ->
                of(id, "payment.authorised", paymentId, null, captured, until.getEpochSecond());
            case ProviderAnswer.Declined(String code) -> of(id, "payment.declined", paymentId, code, 0, 0);
            case ProviderAnswer.ActionRequired(String url, String _) ->
                of(id, "payment.requires-action", paymentId, url, 0, 0);
            case ProviderAnswer.Cancelled() -> of(id, "payment.cancelled", paymentId, null, 0, 0);
            case ProviderAnswer.Pending _, ProviderAnswer.NotKnown _, ProviderAnswer.NoAnswer _ ->
                of(id, "payment.pending", paymentId, null, 0, 0);
        };
    }

    static SimulatedEvent of(UUID id, UUID paymentId, UUID refundId, RefundAnswer answer) {
        return switch (answer) {
            case RefundAnswer.Succeeded(String reference) ->
                new SimulatedEvent("evt_" + id, "refund.succeeded", paymentId, refundId, reference, 0, 0);
            case RefundAnswer.Failed(String code) ->
                new SimulatedEvent("evt_" + id, "refund.failed", paymentId, refundId, code, 0, 0);
            case RefundAnswer.Pending _, RefundAnswer.NoAnswer _ ->
                new SimulatedEvent("evt_" + id, "refund.pending", paymentId, refundId, null, 0, 0);
        };
    }

    private static SimulatedEvent of(
            UUID id, String type, UUID paymentId, @Nullable String text, long amount, long until) {
        return new SimulatedEvent("evt_" + id, type, paymentId, null, text, amount, until);
    }

    ProviderEvent event() {
        return new ProviderEvent(id, refundId == null ? payment() : refund(refundId));
    }

    private ProviderEvent.Content payment() {
        ProviderAnswer answer = switch (type) {
            case "payment.captured" -> new ProviderAnswer.Captured(amount);
            case "payment.authorised" -> new ProviderAnswer.Authorised(amount, Instant.ofEpochSecond(until));
            case "payment.declined" -> new ProviderAnswer.Declined(String.valueOf(text));
            case "payment.requires-action" -> new ProviderAnswer.ActionRequired(text, null);
            case "payment.cancelled" -> new ProviderAnswer.Cancelled();
            default -> new ProviderAnswer.Pending();
        };
        return new ProviderEvent.PaymentTold(paymentId, new ProviderReply(answer, "sim_" + paymentId));
    }

    private ProviderEvent.Content refund(UUID about) {
        RefundAnswer answer = switch (type) {
            case "refund.succeeded" -> new RefundAnswer.Succeeded(text);
            case "refund.failed" -> new RefundAnswer.Failed(String.valueOf(text));
            default -> new RefundAnswer.Pending(text);
        };
        return new ProviderEvent.RefundTold(paymentId, about, answer);
    }
}
