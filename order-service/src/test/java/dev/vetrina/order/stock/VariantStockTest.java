package dev.vetrina.order.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VariantStockTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final UUID BRAND = UUID.randomUUID();

    private final VariantStock stock = new VariantStock(UUID.randomUUID());

    @Test
    void aMarketSellsFromItsOwnPoolOnceAnythingWasPutIntoIt() {
        stock.pool("market:GB", BRAND).adjust(1, MovementReason.RECEIVED, null, NOON);

        assertThat(stock.forSale("GB", BRAND).pool()).isEqualTo("market:GB");
        assertThat(stock.forSale("DE", BRAND).pool()).isEqualTo(VariantStock.SHARED);
    }

    @Test
    void aPoolThatWasOnlyLookedAtTakesNoSaleAway() {
        stock.pool(VariantStock.SHARED, BRAND).adjust(5, MovementReason.RECEIVED, null, NOON);
        assertThat(stock.pool("market:GB", BRAND).covers(1)).isFalse();

        assertThat(stock.forSale("GB", BRAND).pool()).isEqualTo(VariantStock.SHARED);
    }
}
