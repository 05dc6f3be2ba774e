package dev.vetrina.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Product product =
            Product.draft(Ids.next(), Ids.next(), null, new ProductDetails("Shirt", null, null, null), NOW);
    private final Variant variant = product.addVariant(Ids.next(), new VariantDetails(null, null, "Shirt", Map.of()));
    private final PriceList list = PriceList.of(List.of(), NOW);

    @Test
    void aFirstPriceCountsAtOnceEvenOnSale() {
        product.publish();

        set(1999, null);

        assertThat(inForceAt(NOW)).isEqualTo(1999);
    }

    @Test
    void thePriceOfADraftChangesAtOnce() {
        set(1999, null);
        set(1799, null);

        assertThat(inForceAt(NOW)).isEqualTo(1799);
    }

    @Test
    void aPriceOnSaleChangesTwoSecondsLater() {
        set(1999, null);
        product.publish();

        set(1499, null);

        assertThat(inForceAt(NOW.plusMillis(1_999))).isEqualTo(1999);
        assertThat(inForceAt(NOW.plusSeconds(2))).isEqualTo(1499);
    }

    @Test
    void aPriceOnSaleCannotChangeWithLessNotice() {
        set(1999, null);
        product.publish();

        assertThatThrownBy(() -> set(1499, NOW.plusMillis(1_999)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(422));
    }

    @Test
    void noPriceChangesThePast() {
        assertThatThrownBy(() -> set(1999, NOW.minusMillis(1))).isInstanceOf(ProblemException.class);
    }

    @Test
    void ofTwoPricesForOneTimeTheLaterRecordedCounts() {
        set(1999, null);
        product.publish();
        set(1499, NOW.plusSeconds(60));
        set(1599, NOW.plusSeconds(60));

        assertThat(inForceAt(NOW.plusSeconds(60))).isEqualTo(1599);
        assertThat(list.published(variant.id())).hasSize(2);
    }

    @Test
    void aPriceWithoutATimeCallsOffNothingThatIsAnnounced() {
        set(1999, null);
        product.publish();
        set(1499, NOW.plusSeconds(60));

        set(1299, null);

        assertThat(inForceAt(NOW.plusSeconds(2))).isEqualTo(1299);
        assertThat(inForceAt(NOW.plusSeconds(60))).isEqualTo(1499);
    }

    @Test
    void aPriceThatIsAboutToChangeCanBeKept() {
        set(1999, null);
        product.publish();
        set(1499, null);

        set(1999, null);

        assertThat(inForceAt(NOW.plusSeconds(2))).isEqualTo(1999);
    }

    @Test
    void whatIsAnnouncedAlreadyIsNoReasonToKeepAPriceBack() {
        set(1999, null);
        product.publish();
        set(1499, NOW.plusSeconds(60));

        set(1499, null);

        assertThat(inForceAt(NOW.plusSeconds(2))).isEqualTo(1499);
    }

    @Test
    void thePriceThatItHasIsNoChange() {
        set(1999, null);

        assertThat(set(1999, null)).isEmpty();
    }

    private Optional<Price> set(long amount, @Nullable Instant at) {
        Optional<Price> price = Pricing.change(product, variant, "GB", new Money(amount, "GBP"), at, list, NOW);
        price.ifPresent(list::add);
        return price;
    }

    private long inForceAt(Instant time) {
        return list.published(variant.id()).stream()
                .filter(price -> !price.effectiveAt().isAfter(time))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .price()
                .amount();
    }
}
