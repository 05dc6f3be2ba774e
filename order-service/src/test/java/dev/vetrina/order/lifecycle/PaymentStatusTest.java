package dev.vetrina.order.lifecycle;

import static dev.vetrina.order.lifecycle.PaymentStatus.AUTHORISED;
import static dev.vetrina.order.lifecycle.PaymentStatus.CANCELLED;
import static dev.vetrina.order.lifecycle.PaymentStatus.CAPTURED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentStatusTest {

    @Test
    void everyPaymentStateHasOnlyTheFollowersItsTableNames() {
        for (PaymentStatus from : PaymentStatus.values()) {
            for (PaymentStatus to : PaymentStatus.values()) {
                boolean legal = switch (from) {
                    case PROCESSING, REQUIRES_ACTION, UNKNOWN -> true;
                    case DECLINED, CANCELLED -> to == AUTHORISED || to == CAPTURED;
                    case AUTHORISED -> to == CAPTURED || to == CANCELLED;
                    case CAPTURED -> false;
                };
                assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(legal);
            }
        }
    }

    @Test
    void everyTransferStateHasOnlyTheFollowersItsTableNames() {
        for (TransferStatus from : TransferStatus.values()) {
            for (TransferStatus to : TransferStatus.values()) {
                boolean legal = switch (from) {
                    case REQUESTED, UNKNOWN -> to != TransferStatus.REQUESTED;
                    case SUCCEEDED -> to == TransferStatus.FAILED;
                    case FAILED -> false;
                };
                assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(legal);
            }
        }
    }
}
