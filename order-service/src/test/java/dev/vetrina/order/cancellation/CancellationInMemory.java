package dev.vetrina.order.cancellation;

import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.fulfilment.ChangeParts;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.OverdueParts.Edition;
import dev.vetrina.order.fulfilment.OverdueParts.Late;
import dev.vetrina.order.fulfilment.OverdueParts.Overdue;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How orders in memory, and parts of them, are given up. */
public final class CancellationInMemory {

    private static final CancellationRules RULES = CancellationRules.of(true);

    private CancellationInMemory() {}

    public static Draft<Order> whole(Order order, Actor by) {
        return new CancelOrder(order.id(), CancelReason.OTHER, null, by, RULES);
    }

    public static Draft<Boolean> units(Order order, Fulfilment part, @Nullable Map<UUID, Integer> units, Actor by) {
        return new ChangeParts<>(order.id(), by, change -> {
            new PartCancellation(part.id(), units, CancelReason.OUT_OF_STOCK, null).carryOut(change, RULES);
            return true;
        });
    }

    /** By the clock, if the provider let money go that was reserved. */
    public static Draft<Boolean> unpaid(Order order) {
        return LapsedPayments.unlessPaid(order.id());
    }

    /** By the clock, as if it were claimed now: nobody has confirmed it, or shipped it for a day. */
    public static Draft<Boolean> late(Order order, Fulfilment part, Instant now) {
        Late late = new Late(
                new Edition(order.origin().market(), order.terms().version()), now, now.minus(Duration.ofDays(1)));
        return LateBrands.unlessActed(new Overdue(order.id(), part.id()), List.of(late));
    }
}
