package dev.vetrina.events;

import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.events.OrderEvent.AfterPurchase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods that come back, and the declaration of a consumer to withdraw. Told in the order's own sequence. */
public sealed interface ReturnEvent extends AfterPurchase {

    /** Units of a line, and the code of why they come back. */
    record ReturnedUnits(UUID lineId, UUID variantId, int quantity, String reason) {}

    /** @param withdrawalId the consumer's withdrawal from which it follows, or null */
    @EventType("return.requested.v1")
    record ReturnRequested(
            UUID orderId,
            long sequence,
            UUID returnId,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            @Nullable UUID withdrawalId,
            List<ReturnedUnits> lines,
            Instant requestedAt)
            implements ReturnEvent {
        @Override
        public UUID subjectId() {
            return returnId;
        }
    }

    /** The goods may be sent back. */
    @EventType("return.approved.v1")
    record ReturnApproved(
            UUID orderId,
            long sequence,
            UUID returnId,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            Instant approvedAt)
            implements ReturnEvent {
        @Override
        public UUID subjectId() {
            return returnId;
        }
    }

    /** @param reason code of why the brand does not take the goods back */
    @EventType("return.rejected.v1")
    record ReturnRejected(
            UUID orderId,
            long sequence,
            UUID returnId,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            String reason,
            Instant rejectedAt)
            implements ReturnEvent {
        @Override
        public UUID subjectId() {
            return returnId;
        }
    }

    /**
     * The goods are back with the brand and their price goes back to the buyer.
     *
     * @param shipping what goes back of the shipping, and the tax in it
     */
    @EventType("return.received.v1")
    record ReturnReceived(
            UUID orderId,
            long sequence,
            UUID returnId,
            UUID fulfilmentId,
            UUID brandId,
            @Nullable UUID sessionId,
            List<RefundedUnits> lines,
            Money shipping,
            Money shippingTax,
            Instant receivedAt)
            implements ReturnEvent {
        @Override
        public UUID subjectId() {
            return returnId;
        }
    }

    /**
     * A consumer declared, and confirmed, to withdraw from the contract; the acknowledgement can be read and is to be mailed.
     *
     * @param lines what of the order it concerns
     */
    @EventType("withdrawal.declared.v1")
    record WithdrawalDeclared(
            UUID orderId,
            long sequence,
            UUID withdrawalId,
            String customerId,
            @Nullable UUID sessionId,
            List<FulfilmentEvent.Units> lines,
            Instant declaredAt)
            implements ReturnEvent {
        @Override
        public UUID subjectId() {
            return withdrawalId;
        }
    }
}
