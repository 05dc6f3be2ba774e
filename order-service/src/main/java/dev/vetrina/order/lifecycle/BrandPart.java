package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import java.util.UUID;

/**
 * The part of an order that one brand fulfils: its lines, and what their shipping costs.
 *
 * @param fulfilmentId identifies the part
 * @param shippingOption the brand's code of the way it is shipped
 * @param shipping price before tax is added, tax, and what the buyer pays for it
 */
public record BrandPart(
        UUID fulfilmentId, UUID brandId, String shippingOption, Money shipping, Money tax, Money total) {

    OrderEvent.Part fact() {
        return new OrderEvent.Part(fulfilmentId, brandId, shipping, tax, total);
    }
}
