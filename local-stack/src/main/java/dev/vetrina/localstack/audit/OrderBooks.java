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
 * @param taken units of the orders' lines, by what has become of the orders
 */
public record OrderBooks(
        Map<UUID, OrderRow> orders,
        List<PaymentRow> payments,
        List<ChargeRow> charges,
        Map<Pool, Counters> levels,
        Map<Pool, Counters> movements,
        Map<Pool, Taken> taken) {

    /** @param version the sequence of its last event */
    record OrderRow(UUID id, String status, long version) {

        boolean pending() {
            return status.equals("PENDING_PAYMENT");
        }

        /** Its units went back, or it was never paid for. */
        boolean over() {
            return status.equals("CANCELLED") || status.equals("EXPIRED");
        }

        /** Paid, and whatever came after that. */
        boolean paid() {
            return !pending() && !over();
        }
    }

    record PaymentRow(UUID id, UUID orderId, String status) {

        boolean captured() {
            return status.equals("CAPTURED");
        }

        boolean givenBack() {
            return status.equals("REFUNDING") || status.equals("REFUNDED");
        }
    }

    /**
     * What the provider says of an attempt.
     *
     * @param orderId null if the database knows no such attempt
     */
    record ChargeRow(UUID paymentId, @Nullable UUID orderId, String status, int captures) {

        boolean kept() {
            return status.equals("CAPTURED");
        }
    }

    record Pool(UUID variantId, String name) {
        @Override
        public String toString() {
            return "variant " + variantId + " in pool " + name;
        }
    }

    /** @param held by orders that are not paid yet */
    record Taken(long held, long sold) {
        static final Taken NOTHING = new Taken(0, 0);
    }
}
