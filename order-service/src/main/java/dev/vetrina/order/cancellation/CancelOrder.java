package dev.vetrina.order.cancellation;

import static dev.vetrina.order.fulfilment.PartsRows.FULFILMENTS;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.PartsChange;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Timeline;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives an unpaid order up, or of a paid one every part that its canceller may still cancel. Harmless when it is cancelled
 * already.
 */
record CancelOrder(
        UUID orderId, CancelReason reason, @Nullable String note, Actor by, CancellationRules rules)
        implements Draft<Order> {

    /** A part that is too far for its canceller. */
    record KeptPart(UUID fulfilmentId, String status) {}

    @Override
    public void needs(Needs needs, Batch batch) {
        OrderClaims.need(needs, batch, orderId);
        needs.add(FULFILMENTS, orderId);
    }

    @Override
    public Order take(Batch batch) {
        Order order = OrderRows.get(batch, orderId);
        if (order.status() == OrderStatus.PAID) {
            cancelParts(new PartsChange(batch, order, batch.row(FULFILMENTS, orderId), by));
        } else if (order.status() != OrderStatus.CANCELLED) {
            Timeline.tell(batch, order.cancel(reason, note, batch.now()), by);
            OrderClaims.release(batch, order);
        }
        return order;
    }

    private void cancelParts(PartsChange change) {
        List<Fulfilment> allowed = change.parts().all().stream()
                .filter(part -> rules.allow(by, part.status()) && !part.open().isEmpty())
                .toList();
        if (allowed.isEmpty()) {
            throw ProblemException.conflict("order-not-cancellable", "Every part of the order has gone too far.")
                    .with("fulfilments", kept(change));
        }
        allowed.forEach(part -> change.cancel(part, part.open(), reason, note));
    }

    private static List<KeptPart> kept(PartsChange change) {
        return change.parts().all().stream()
                .map(part -> new KeptPart(part.id(), part.status().name()))
                .toList();
    }
}
