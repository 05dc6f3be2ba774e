package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who changed an order.
 *
 * @param id the token's subject, the brand's id or the provider's name; null for this system itself
 */
public record Actor(Kind kind, @Nullable String id) {

    /** This service, by the clock. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    /** On whose behalf. */
    @Schema(name = "ActorKind")
    public enum Kind {
        CUSTOMER,
        BRAND,
        OPERATOR,
        PROVIDER,
        SYSTEM
    }

    public static Actor customer(String subject) {
        return new Actor(Kind.CUSTOMER, subject);
    }

    public static Actor brand(UUID brandId) {
        return new Actor(Kind.BRAND, brandId.toString());
    }

    /** The payment provider. */
    public static Actor provider(String name) {
        return new Actor(Kind.PROVIDER, name);
    }

    public static Actor of(Caller caller) {
        Actor buyer = ofBuyer(caller);
        return buyer.kind() == Kind.OPERATOR
                ? buyer
                : caller.brandId().map(Actor::brand).orElse(buyer);
    }

    /** Of an operation that is the buyer's: whoever also acts for a brand buys, cancels and returns as a customer all the same. */
    public static Actor ofBuyer(Caller caller) {
        boolean colleague = caller.is(Roles.OPERATOR) || caller.is(Roles.FINANCE);
        return colleague ? new Actor(Kind.OPERATOR, caller.subject()) : customer(caller.subject());
    }
}
