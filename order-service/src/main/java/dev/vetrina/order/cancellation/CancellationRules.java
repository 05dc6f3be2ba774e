package dev.vetrina.order.cancellation;

import static dev.vetrina.order.lifecycle.FulfilmentStatus.AWAITING_CONFIRMATION;
import static dev.vetrina.order.lifecycle.FulfilmentStatus.CONFIRMED;
import static dev.vetrina.order.lifecycle.FulfilmentStatus.PARTIALLY_SHIPPED;

import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may cancel what is left of a paid order's part, by its state.
 *
 * @param states in which each may cancel
 */
record CancellationRules(Map<Actor.Kind, Set<FulfilmentStatus>> states) {

    private static final Set<FulfilmentStatus> UNSHIPPED = Set.of(AWAITING_CONFIRMATION, CONFIRMED, PARTIALLY_SHIPPED);
    private static final Set<CancelReason> OF_BUYERS = EnumSet.of(
            CancelReason.CHANGED_MIND,
            CancelReason.WRONG_ITEM,
            CancelReason.FOUND_CHEAPER,
            CancelReason.TOO_SLOW,
            CancelReason.OTHER);
    private static final Set<CancelReason> OF_BRANDS = EnumSet.of(
            CancelReason.OUT_OF_STOCK,
            CancelReason.PRICE_ERROR,
            CancelReason.ADDRESS_UNDELIVERABLE,
            CancelReason.SUSPECTED_FRAUD,
            CancelReason.OTHER);

    /** @param untilShipped whether a buyer may still cancel what the brand has confirmed but not shipped */
    static CancellationRules of(boolean untilShipped) {
        return new CancellationRules(Map.of(
                Actor.Kind.CUSTOMER,
                untilShipped ? Set.of(AWAITING_CONFIRMATION, CONFIRMED) : Set.of(AWAITING_CONFIRMATION),
                Actor.Kind.BRAND,
                UNSHIPPED,
                Actor.Kind.OPERATOR,
                UNSHIPPED,
                Actor.Kind.SYSTEM,
                UNSHIPPED,
                Actor.Kind.PROVIDER,
                Set.of()));
    }

    boolean allow(Actor by, FulfilmentStatus status) {
        return states.getOrDefault(by.kind(), Set.of()).contains(status);
    }

    /** Whether the reason is one that such an actor may give: a brand does not speak for the buyer, nor a buyer for the clock. */
    static boolean mayGive(Actor by, CancelReason reason) {
        return switch (by.kind()) {
            case CUSTOMER -> OF_BUYERS.contains(reason);
            case BRAND -> OF_BRANDS.contains(reason);
            case OPERATOR, SYSTEM -> true;
            case PROVIDER -> false;
        };
    }
}
