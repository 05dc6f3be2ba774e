package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import java.util.UUID;

/**
 * The part of an order that one brand fulfils: its lines, and what their shipping costs.
 *
 * @param fulfilmentId identifies the part
 * @param shippingOption the brand's code of the way it is shipped
 * @param status as stored: see {@link FulfilmentStatus#shown}
 * @param shipping price before tax is added, tax, and what the buyer pays for it
 */
public record BrandPart(
        UUID fulfilmentId,
        UUID brandId,
        FulfilmentStatus status,
        String shippingOption,
        Money shipping,
        Money tax,
        Money total) {

    /** A part of an order that is being placed. */
    public BrandPart(UUID fulfilmentId, UUID brandId, String shippingOption, Money shipping, Money tax, Money total) {
        this(fulfilmentId, brandId, FulfilmentStatus.AWAITING_CONFIRMATION, shippingOption, shipping, tax, total);
    }

    OrderEvent.Part fact() {
        return new OrderEvent.Part(fulfilmentId, brandId, shipping, tax, total);
    }
}
