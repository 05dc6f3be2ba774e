package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.order.lifecycle.DueWithoutEnd;
import dev.vetrina.order.lifecycle.OrdersNobodyReads;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentJanitorTest {

    private final UUID orderId = UUID.randomUUID();
    private final RefundsNoted refunds = new RefundsNoted();

    @Test
    @SuppressWarnings("NullAway")
    void checksOfPaymentsAndCapturesThatHangLeaveThreadsForRefunds() {
        try (OrdersNobodyReads orders = new OrdersNobodyReads()) {
            DueWithoutEnd due = new DueWithoutEnd(orderId);
            Captures captures = new Captures(null, orders, due, null, null);

            new PaymentJanitor(due, orders, null, captures, refunds).check();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(refunds.orders()).contains(orderId));
        }
    }
}
