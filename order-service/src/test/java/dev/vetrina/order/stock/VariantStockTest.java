package dev.vetrina.order.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.StockAlert.StockBack;
import dev.vetrina.events.StockAlert.StockLow;
import dev.vetrina.events.StockAlert.StockSoldOut;
import dev.vetrina.events.StockEvent.DealStock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VariantStockTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final UUID BRAND = UUID.randomUUID();
    private static final UUID SHOW = UUID.randomUUID();
    private static final UUID DEAL = UUID.randomUUID();

    private final VariantStock stock = new VariantStock(UUID.randomUUID(), null);

    @Test
    void aMarketSellsFromItsOwnPoolOnceAnythingWasPutIntoIt() {
        put("market:GB", 1);

        assertThat(poolFor("GB", null, null)).isEqualTo("market:GB");
        assertThat(poolFor("DE", null, null)).isEqualTo(Pools.SHARED);
    }

    @Test
    void theDealsPoolComesBeforeTheSessionsAndThatBeforeTheMarkets() {
        put("market:GB", 1);
        put(Pools.session(SHOW), 1);

        assertThat(poolFor("GB", SHOW, DEAL)).isEqualTo(Pools.deal(DEAL));
        assertThat(poolFor("GB", SHOW, null)).isEqualTo(Pools.session(SHOW));
        assertThat(poolFor("GB", UUID.randomUUID(), null)).isEqualTo("market:GB");
    }

    @Test
    void aPoolThatWasOnlyLookedAtOrAdjustedByNothingTakesNoSaleAway() {
        put(Pools.SHARED, 5);
        assertThat(stock.pool("market:GB", BRAND).covers(1)).isFalse();
        stock.pool("market:GB", BRAND).adjust(0, MovementReason.CORRECTION, null, NOON);

        assertThat(poolFor("GB", null, null)).isEqualTo(Pools.SHARED);
    }

    @Test
    void aChangeTellsWhatIsLeftUnderEachDealThatIsNotOver() {
        put(Pools.SHARED, 5);
        put(Pools.deal(DEAL), 3);
        UUID over = UUID.randomUUID();
        put(Pools.deal(over), 2);
        stock.close(Pools.deal(over));
        stock.pool(Pools.deal(DEAL), BRAND).hold(1, UUID.randomUUID(), NOON);

        assertThat(stock.event().deals()).containsExactly(new DealStock(DEAL, 2));
        assertThat(stock.event().available()).isEqualTo(9);
    }

    @Test
    void anEmptiedPoolStaysSetApartUntilItIsClosed() {
        put(Pools.SHARED, 5);
        put("market:GB", 1);
        stock.transfer("market:GB", Pools.SHARED, 1, null, NOON);
        assertThat(poolFor("GB", null, null)).isEqualTo("market:GB");

        stock.close("market:GB");
        assertThat(poolFor("GB", null, null)).isEqualTo(Pools.SHARED);

        stock.transfer(Pools.SHARED, "market:GB", 2, null, NOON);
        assertThat(poolFor("GB", null, null)).isEqualTo("market:GB");
    }

    @Test
    void whatComesBackToAClosedPoolGoesToTheSharedOne() {
        UUID order = UUID.randomUUID();
        put("market:GB", 3);
        stock.pool("market:GB", BRAND).hold(2, order, NOON);
        stock.close("market:GB");
        settle();
        assertThat(stock.pool(Pools.SHARED, BRAND).available()).isEqualTo(1);

        stock.pool("market:GB", BRAND).release(2, order, NOON);
        settle();
        assertThat(stock.pool(Pools.SHARED, BRAND).available()).isEqualTo(3);
        assertThat(stock.pool("market:GB", BRAND).available()).isZero();
    }

    @Test
    void aCrossingIsToldOnceAndTheWeightierOfTwo() {
        VariantStock low = stored(10, 5L);
        low.pool(Pools.SHARED, BRAND).hold(5, UUID.randomUUID(), NOON);
        assertThat(low.alert(NOON)).get().isInstanceOf(StockLow.class);

        VariantStock lower = stored(5, 5L);
        lower.pool(Pools.SHARED, BRAND).hold(1, UUID.randomUUID(), NOON);
        assertThat(lower.alert(NOON)).isEmpty();

        VariantStock empty = stored(10, 5L);
        empty.pool(Pools.SHARED, BRAND).hold(10, UUID.randomUUID(), NOON);
        assertThat(empty.alert(NOON)).get().isInstanceOf(StockSoldOut.class);
    }

    @Test
    void stockIsBackWhenItWasThereBeforeAndNotTheFirstTime() {
        VariantStock back = stored(0, null);
        back.pool(Pools.SHARED, BRAND).adjust(3, MovementReason.RECEIVED, null, NOON);
        assertThat(back.alert(NOON)).get().isInstanceOf(StockBack.class);

        put(Pools.SHARED, 3);
        assertThat(stock.alert(NOON)).isEmpty();
    }

    private void put(String pool, long units) {
        stock.pool(pool, BRAND).adjust(units, MovementReason.RECEIVED, null, NOON);
    }

    private void settle() {
        new Settlement(new LineInMemory(), NOON).settle(stock);
    }

    private String poolFor(String market, @Nullable UUID session, @Nullable UUID deal) {
        return stock.forSale(new PointOfSale(market, session, deal), BRAND).pool();
    }

    private static VariantStock stored(long available, @Nullable Long threshold) {
        VariantStock stored = new VariantStock(UUID.randomUUID(), threshold);
        stored.add(new StockLevel(UUID.randomUUID(), Pools.SHARED, BRAND, available, 0, 0, 1, true, 0));
        return stored;
    }
}
