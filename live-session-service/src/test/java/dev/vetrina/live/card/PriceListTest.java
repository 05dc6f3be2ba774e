package dev.vetrina.live.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.Money;
import dev.vetrina.live.Goods;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final Instant EIGHT = Instant.parse("2026-03-01T20:00:00Z");
    private final Goods goods = Goods.some();
    private final VariantMarket gb = new VariantMarket(goods.variantId(), "GB");

    @Test
    void aPriceHoldsFromItsMomentOn() {
        PriceList prices = list(Goods.pounds(1500, EIGHT), Goods.pounds(1999));

        assertThat(prices.inForce(EIGHT.minusNanos(1))).containsExactly(Map.entry(gb, new Money(1999, "GBP")));
        assertThat(prices.inForce(EIGHT)).containsExactly(Map.entry(gb, new Money(1500, "GBP")));
        assertThat(prices.nextChange(EIGHT.minusNanos(1))).contains(EIGHT);
        assertThat(prices.nextChange(EIGHT)).isEmpty();
    }

    @Test
    void aProductThatIsNotActiveHasNoPrice() {
        ProductChanged withdrawn = goods.state(1, ProductStatus.INACTIVE, Goods.pounds(1999));

        assertThat(new PriceList(withdrawn).inForce(EIGHT)).isEmpty();
    }

    @Test
    void aPriceThatComesGoesOrChangesIsADifference() {
        Map<VariantMarket, Money> none = Map.of();
        Map<VariantMarket, Money> some = Map.of(gb, new Money(1999, "GBP"));
        Map<VariantMarket, Money> other = Map.of(gb, new Money(1500, "GBP"));

        assertThat(PriceList.differences(none, some)).containsExactly(gb);
        assertThat(PriceList.differences(some, none)).containsExactly(gb);
        assertThat(PriceList.differences(some, other)).containsExactly(gb);
        assertThat(PriceList.differences(some, some)).isEmpty();
    }

    private PriceList list(dev.vetrina.events.CatalogEvent.Price... prices) {
        return new PriceList(goods.priced(1, prices));
    }
}
