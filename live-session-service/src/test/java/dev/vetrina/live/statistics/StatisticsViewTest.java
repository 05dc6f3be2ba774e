package dev.vetrina.live.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.Money;
import dev.vetrina.live.presence.Presence.Audience;
import dev.vetrina.live.statistics.StatisticsAccess.Seat;
import dev.vetrina.live.statistics.StatisticsRepository.ProductSales;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatisticsViewTest {

    private static final UUID JUMPER = UUID.randomUUID();

    @Test
    void withoutViewersThereIsNoConversion() {
        assertThat(view(new Audience(0, 0, 0), 0).conversion()).isNull();
        assertThat(view(new Audience(1, 4, 0), 0).conversion()).isZero();
        assertThat(view(new Audience(1, 4, 0), 1).conversion()).isEqualTo(0.25);
    }

    @Test
    void aProductSoldInTwoCurrenciesIsOneProductWithTwoAmounts() {
        StatisticsView view = view(
                new Audience(1, 1, 61_500),
                1,
                new ProductSales(JUMPER, 2, new Money(500, "EUR")),
                new ProductSales(JUMPER, 1, new Money(200, "GBP")));

        assertThat(view.watchSeconds()).isEqualTo(61);
        assertThat(view.products())
                .containsExactly(
                        new StatisticsView.Product(JUMPER, 3, List.of(new Money(500, "EUR"), new Money(200, "GBP"))));
    }

    private static StatisticsView view(Audience audience, long buyers, ProductSales... sales) {
        return StatisticsView.of(
                new Seat(ReportStatus.NOT_ENDED, Attribution.lastTouch(30), null),
                0,
                audience,
                OrderTally.NONE,
                List.of(),
                buyers,
                List.of(sales),
                Map.of(),
                Looks.NONE);
    }
}
