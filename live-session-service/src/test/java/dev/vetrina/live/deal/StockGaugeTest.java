package dev.vetrina.live.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.StockEvent.DealStock;
import dev.vetrina.events.StockEvent.StockLevelChanged;
import dev.vetrina.live.Events;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StockGaugeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    StockGauge gauge;

    @Test
    void viewersSeeWhatIsLeftOfADealWhileItRuns() {
        AskedDeal deal = AskedDeal.in(Show.live(Goods.some()));
        Events.send(deal.armed(1));
        deal.show().awaitLast("deal-armed");

        Events.send(level(deal, 4, new DealStock(deal.id(), 100)));
        awaitDeals(deal.show(), Map.of(deal.id(), 100L));
        Events.send(level(deal, 9, new DealStock(deal.id(), 98)));
        awaitDeals(deal.show(), Map.of(deal.id(), 98L));
        Events.send(deal.closed(2, DealEnd.TIME_OVER));

        awaitDeals(deal.show(), Map.of());
    }

    @Test
    void anOlderLevelChangesNothing() {
        Show show = Show.live(Goods.some());
        AskedDeal deal = AskedDeal.in(show);
        AskedDeal other = AskedDeal.in(show);
        Events.send(deal.armed(1));
        Events.send(other.armed(1));

        Events.send(level(deal, 9, new DealStock(deal.id(), 98)));
        Events.send(level(deal, 4, new DealStock(deal.id(), 100)));
        Events.send(level(deal, 10, new DealStock(other.id(), 7)));

        awaitDeals(show, Map.of(deal.id(), 98L, other.id(), 7L));
    }

    @Test
    void unitsOfThePinnedProductAreToldUpToALimit() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        Events.send(jumper.stock(1, 5_000));
        show.pin(jumper.productId()).then().statusCode(200);

        awaitVariants(show, Map.of(jumper.variantId(), 50L));
        Events.send(jumper.stock(2, 7));
        awaitVariants(show, Map.of(jumper.variantId(), 7L));
        Api.as(show.token()).delete(show.path("/pin")).then().statusCode(204);

        awaitVariants(show, Map.of());
    }

    private void awaitDeals(Show show, Map<UUID, Long> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(left(show).deals()).isEqualTo(expected));
    }

    private void awaitVariants(Show show, Map<UUID, Long> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(left(show).variants()).isEqualTo(expected));
    }

    private StockGauge.Left left(Show show) {
        return Objects.requireNonNull(gauge.read(List.of(show.id())).get(show.id()));
    }

    private static StockLevelChanged level(AskedDeal deal, long sequence, DealStock left) {
        return new StockLevelChanged(
                deal.goods().variantId(), sequence, deal.goods().brandId(), 10, 0, 0, List.of(left));
    }
}
