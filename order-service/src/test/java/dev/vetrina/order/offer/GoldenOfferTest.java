package dev.vetrina.order.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.CatalogEvent.Price;
import dev.vetrina.events.CatalogEvent.ProductChanged;
import dev.vetrina.events.CatalogEvent.ProductStatus;
import dev.vetrina.events.CatalogEvent.Variant;
import dev.vetrina.events.GoldenEvents;
import org.junit.jupiter.api.Test;

/** The catalogue's golden event, as this service reads it. */
class GoldenOfferTest {

    @Test
    void everyVariantOfTheGoldenProductIsAnOfferAtItsPrices() {
        ProductChanged product = GoldenEvents.event(ProductChanged.class);

        assertThat(product.variants()).isNotEmpty();
        for (Variant variant : product.variants()) {
            Offer offer = new OfferRow(product, variant).toOffer(true);

            assertThat(offer.variantId()).isEqualTo(variant.variantId());
            assertThat(offer.brandId()).isEqualTo(product.brandId());
            assertThat(offer.forSale()).isEqualTo(product.status() == ProductStatus.ACTIVE);
            assertThat(offer.prices()).hasSameSizeAs(variant.prices());
            for (Price price : variant.prices()) {
                assertThat(offer.priceIn(price.market(), price.effectiveAt())).contains(price.price());
            }
        }
    }
}
