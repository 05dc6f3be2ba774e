package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose orders, and parts and returns of them, a list shows: the customer's, those that concern the brand, both for somebody who is
 * both, or, if both are null, all.
 */
public record OrderScope(
        @Nullable String customerId, @Nullable UUID brandId) {

    public static final OrderScope ALL = new OrderScope(null, null);

    public static OrderScope of(Caller caller) {
        if (caller.is(Roles.OPERATOR)) {
            return ALL;
        }
        UUID brandId = caller.brandId().orElse(null);
        boolean buys = brandId == null || caller.is(Roles.CUSTOMER);
        return new OrderScope(buys ? caller.subject() : null, brandId);
    }

    /**
     * Adds its values to those of a statement.
     *
     * @param ofCustomer the condition of what is a customer's, and of what is a brand's: each with one parameter
     */
    public String condition(List<Object> values, String ofCustomer, String ofBrand) {
        if (customerId != null) {
            values.add(customerId);
        }
        if (brandId != null) {
            values.add(brandId);
        }
        if (customerId != null && brandId != null) {
            return " and (" + ofCustomer + " or " + ofBrand + ")";
        }
        return customerId != null ? " and " + ofCustomer : brandId != null ? " and " + ofBrand : "";
    }

    /** Whoever names an order means it, be it a test or not; all others ask for the one or the other. */
    public static String ofTests(@Nullable UUID orderId, boolean test) {
        return orderId != null ? "" : test ? " and o.test" : " and not o.test";
    }
}
