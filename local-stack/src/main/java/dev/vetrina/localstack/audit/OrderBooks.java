package dev.vetrina.localstack.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order database at one moment, and in it the simulated provider's own record.
 *
 * @param levels the counters as they stand
 * @param movements the sums of everything that ever moved them
 * @param taken what orders and offers of the waitlist say they have
 */
public record OrderBooks(
        Map<UUID, OrderRow> orders,
        List<PaymentRow> payments,
        List<ChargeRow> charges,
        Map<Pool, Counters> levels,
        Map<Pool, Counters> movements,
        Map<Pool, Taken> taken) {

    /**
     * @param version the sequence of its last event
     * @param total what its buyer is to pay, in minor units
     */
    record OrderRow(UUID id, String status, long version, long total) {

        boolean pending() {
            return status.equals("PENDING_PAYMENT");
        }

        /** Its units went back, or it was never paid for. */
        boolean over() {
            return status.equals("CANCELLED") || status.equals("EXPIRED");
        }

        /** Paid, and not cancelled since. */
        boolean paid() {
            return !pending() && !over();
        }
    }

    /**
     * An attempt as its order knows it.
     *
     * @param released authorised, and never to be captured
     */
    record PaymentRow(UUID id, UUID orderId, String status, long captured, long released, long refunded) {

        boolean kept() {
            return captured > refunded;
        }

        /** It once paid its order, or would have, and nothing of it is left. */
        boolean givenBack() {
            return captured == refunded && (status.equals("CAPTURED") || released > 0);
        }
    }

    /**
     * What the provider says of an attempt.
     *
     * @param orderId null if the database knows no such attempt
     * @param atOnce captured as a whole when it was confirmed, rather than parcel by parcel
     */
    record ChargeRow(
            UUID paymentId,
            @Nullable UUID orderId,
            String status,
            boolean atOnce,
            int captures,
            long amount,
            long captured,
            long refunded) {

        boolean kept() {
            return captured > refunded;
        }

        /** The money was taken, whatever became of it, or is reserved until the goods leave. */
        boolean secured() {
            return status.equals("CAPTURED") || status.equals("AUTHORISED");
        }

        /** Whether its order knows the same of it: a decline is no answer to money that was taken. */
        boolean agrees(PaymentRow payment) {
            return captured == payment.captured() && refunded == payment.refunded();
        }

        /** Goods that leave in two parcels are captured in two parts, which together are no more than the whole. */
        boolean takenTwice() {
            return (atOnce && captures > 1) || captured > amount;
        }
    }

    record Pool(UUID variantId, String name) {
        @Override
        public String toString() {
            return "variant " + variantId + " in pool " + name;
        }
    }

    /**
     * @param held by orders that are not paid yet, and for those who waited
     * @param sold in paid orders, less what was taken back of them
     */
    record Taken(long held, long sold) {
        static final Taken NOTHING = new Taken(0, 0);
    }
}
