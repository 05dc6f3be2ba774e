package dev.vetrina.catalog.product;

import dev.vetrina.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes a changed product and tells of it: once a change, in the change's transaction. */
@ApplicationScoped
class ProductChanges {

    private final ProductRepository products;
    private final PriceRepository prices;
    private final Outbox outbox;
    private final Clock clock;

    ProductChanges(ProductRepository products, PriceRepository prices, Outbox outbox, Clock clock) {
        this.products = products;
        this.prices = prices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A new product with its first prices. */
    void insert(Product product, PriceList list) {
        products.persist(product);
        products.flushChange();
        list.forEach(prices::persist);
        outbox.publish(product.changed(list));
    }

    /** A known product, with the prices that count after the change. */
    void save(Product product, PriceList list) {
        product.touch(now());
        products.flushChange();
        outbox.publish(product.changed(list));
    }

    /** As precise as the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
