package dev.vetrina.order.checkout;

import static dev.vetrina.order.lifecycle.OrderRows.ORDERS;
import static dev.vetrina.order.salesstop.ActiveStops.SALES_STOPS;

import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.kit.outbox.OutboxMessage;
import dev.vetrina.order.claim.NewClaims;
import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Timeline;
import dev.vetrina.order.salesstop.ActiveStops;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that is priced and waits for its stock. All lines are taken or none.
 *
 * @param firstPayment the attempt that begins with it, or null if the buyer pays in a second call
 */
record PlaceOrder(
        PricedOrder priced,
        NewClaims claims,
        OrderPlaced event,
        OutboxMessage message,
        @Nullable FirstPayment firstPayment,
        KeyedAnswer keyedAnswer)
        implements Draft<Order> {

    /** A payment attempt that begins in the same transaction. */
    record FirstPayment(UUID id, String requestId, String provider, String methodToken) {}

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.of(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        needs.addAll(SALES_STOPS, priced.stopKeys());
        OrderClaims.needToPlace(needs, claims);
    }

    @Override
    public Order take(Batch batch) {
        ActiveStops.requireNone(batch, priced.stopKeys());
        Order order = priced.place();
        startPayment(order, batch);
        OrderClaims.place(batch, order, claims, priced.pricedAt());
        batch.add(ORDERS, order.id(), order);
        Timeline.tell(batch, event, message, Actor.customer(order.origin().customerId()));
        return order;
    }

    /** Before anything is claimed: it may be refused, and then nothing must have changed. */
    private void startPayment(Order order, Batch batch) {
        if (firstPayment != null) {
            order.startPayment(
                    firstPayment.id(),
                    firstPayment.requestId(),
                    firstPayment.provider(),
                    firstPayment.methodToken(),
                    batch.now());
        }
    }
}
