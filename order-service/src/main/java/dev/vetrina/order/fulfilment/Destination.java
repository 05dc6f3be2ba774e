package dev.vetrina.order.fulfilment;

import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.ShippingAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From whom to whom a part goes: parts of the same can be in one parcel.
 *
 * @param address without the telephone number, on which it does not depend where a parcel goes; null once it was erased
 */
record Destination(
        UUID brandId, String customerId, @Nullable ShippingAddress address) {

    static Destination of(Order order, Fulfilment part) {
        ShippingAddress to = order.address();
        return new Destination(part.brandId(), order.origin().customerId(), to == null ? null : withoutPhone(to));
    }

    /** Whether anybody knows any more where it goes. */
    boolean known() {
        return address != null;
    }

    private static ShippingAddress withoutPhone(ShippingAddress to) {
        return new ShippingAddress(
                to.name(), to.line1(), to.line2(), to.city(), to.region(), to.postalCode(), to.country(), null);
    }
}
