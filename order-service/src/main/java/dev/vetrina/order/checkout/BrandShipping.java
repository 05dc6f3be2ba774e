package dev.vetrina.order.checkout;

import dev.vetrina.order.basket.ShippingCharge;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.shipping.ShippingOption;
import java.util.List;
import java.util.UUID;

/**
 * How one brand of a purchase ships.
 *
 * @param chosen one of the options
 */
record BrandShipping(UUID brandId, ShippingOption chosen, List<ShippingOption> options) {

    ShippingCharge charge(ShippingOption option, TaxRate rate) {
        return new ShippingCharge(brandId, option.code(), option.price(), option.freeFrom(), rate);
    }
}
