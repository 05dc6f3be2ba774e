package dev.vetrina.order.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void thePriceWithWhichThePeriodBeganCounts() {
        assertThat(lowest(price(1_000, 60), price(1_500, 10))).contains(pence(1_000));
    }

    @Test
    void aPriceThatWasReplacedBeforeThePeriodDoesNotCount() {
        assertThat(lowest(price(1_000, 60), price(1_500, 31))).contains(pence(1_500));
    }

    @Test
    void aPriceThatIsStillToComeDoesNotCount() {
        assertThat(lowest(price(1_500, 60), price(1_000, -1))).contains(pence(1_500));
    }

    @Test
    void aPriceOfADayInBetweenCounts() {
        assertThat(lowest(price(2_000, 60), price(900, 20), price(2_000, 19))).contains(pence(900));
    }

    @Test
    void whatHadNoPriceHasNoLowest() {
        assertThat(lowest()).isEmpty();
    }

    private static Optional<Money> lowest(OfferPrice... prices) {
        return PriceHistory.lowest(List.of(prices), NOW.minus(Duration.ofDays(30)), NOW);
    }

    private static OfferPrice price(long amount, int daysAgo) {
        return new OfferPrice("GB", pence(amount), NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Money pence(long amount) {
        return new Money(amount, "GBP");
    }
}
