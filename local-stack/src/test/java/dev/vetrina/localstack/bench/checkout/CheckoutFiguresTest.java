package dev.vetrina.localstack.bench.checkout;

import static dev.vetrina.localstack.bench.checkout.SaleRoundTest.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckoutFiguresTest {

    private final CheckoutFigures figures = new CheckoutFigures();

    @Test
    void theRatiosAreThoseOfTheMedians() {
        measured();

        assertThat(figures.ordersPerSecond()).isEqualTo(300);
        assertThat(figures.hotRowBest()).isEqualTo(150);
        assertThat(figures.ratio()).isEqualTo(2);
        assertThat(figures.ratioSameClients()).isEqualTo(10);
        assertThat(figures.flatness()).isEqualTo(0.9);
        assertThat(figures.flaws()).isEmpty();
    }

    @Test
    void aBaselineThatWanderedMakesTheRunVoid() {
        measured();
        figures.baseline(64, 20);

        assertThat(figures.baselineSpread()).isEqualTo(0.5);
        assertThat(figures.flaws())
                .containsExactly("The baseline of 64 clients changed by 50 % from round to round, and may by 25 %.");
    }

    @Test
    void aRunThatSoldNothingIsVoid() {
        figures.baseline(1, 100);
        figures.round(new SaleRound("hot", 256, List.of(purchase(0, 10, "503"))));

        assertThat(figures.flaws()).containsExactly("Nothing was sold.");
    }

    @Test
    void aBaselineThatDidNothingMakesTheRunVoid() {
        measured();
        figures.baseline(16, 0);

        assertThat(figures.flaws()).hasSize(1);
    }

    private void measured() {
        List.of(140.0, 160.0).forEach(rate -> figures.baseline(1, rate));
        List.of(100.0, 100.0).forEach(rate -> figures.baseline(16, rate));
        List.of(30.0, 30.0).forEach(rate -> figures.baseline(64, rate));
        List.of(100, 500).forEach(rate -> figures.round(sold(256, rate)));
        figures.round(sold(128, 200));
        figures.round(sold(512, 180));
    }

    /** So many within a second. */
    private static SaleRound sold(int buyers, int orders) {
        return new SaleRound(
                "hot",
                buyers,
                IntStream.range(0, orders)
                        .mapToObj(number -> purchase(0, 1000, Purchase.PAID))
                        .toList());
    }
}
