package dev.vetrina.localstack.bench.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaleRoundTest {

    @Test
    void thoseWhoComeAfterEverythingIsSoldTakeNoPartInTheRate() {
        SaleRound round = new SaleRound(
                "hot",
                64,
                List.of(
                        purchase(0, 200, Purchase.PAID),
                        purchase(100, 400, Purchase.PAID),
                        purchase(500, 500, "out-of-stock"),
                        purchase(900, 600, "out-of-stock")));

        assertThat(round.ordersPerSecond()).isEqualTo(4);
        assertThat(round.answers()).isEqualTo(Map.of("paid", 2L, "out-of-stock", 2L));
        assertThat(round.latencies().millis(1)).isEqualTo(400);
    }

    @Test
    void whereNothingWasSoldTheRateIsNothing() {
        assertThat(new SaleRound("hot", 64, List.of(purchase(0, 10, "out-of-stock"))).ordersPerSecond())
                .isZero();
    }

    static Purchase purchase(long begunMillis, long tookMillis, String answer) {
        return new Purchase(
                Duration.ofMillis(begunMillis).toNanos(),
                Duration.ofMillis(tookMillis).toNanos(),
                answer,
                "");
    }
}
