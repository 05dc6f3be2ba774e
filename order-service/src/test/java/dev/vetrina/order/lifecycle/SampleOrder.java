package dev.vetrina.order.lifecycle;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Orders as checkout would price them, in pounds and without tax. */
final class SampleOrder {

    private static final UUID BRAND = UUID.randomUUID();

    private SampleOrder() {}

    static Order placed(Instant now, OrderLine... lines) {
        Money free = new Money(0, "GBP");
        return Order.place(
                UUID.randomUUID(),
                new OrderOrigin("customer-1", "GB", "GBP", UUID.randomUUID(), UUID.randomUUID()),
                new OrderTerms(
                        0,
                        TaxTreatment.INCLUSIVE,
                        OrderTerms.Capture.AT_CONFIRMATION,
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(60)),
                Arrays.asList(lines),
                List.of(new BrandPart(UUID.randomUUID(), BRAND, "standard", free, free, free)),
                new ShippingAddress("Ann Archer", "1 High Street", null, "London", null, "SW1A 1AA", "GB", null),
                now);
    }

    static OrderLine line(int quantity, long pence) {
        Money price = new Money(pence, "GBP");
        return new OrderLine(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                BRAND,
                "Mug",
                "shared",
                quantity,
                price,
                price,
                List.of(),
                new Money(0, "GBP"),
                price.times(quantity),
                new LineOrigin(null, null, null));
    }
}
