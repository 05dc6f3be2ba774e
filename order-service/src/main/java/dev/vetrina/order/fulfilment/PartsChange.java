package dev.vetrina.order.fulfilment;

import dev.vetrina.events.FulfilmentEvent.FulfilmentCancelled;
import dev.vetrina.events.FulfilmentEvent.FulfilmentConfirmed;
import dev.vetrina.events.FulfilmentEvent.FulfilmentDelivered;
import dev.vetrina.events.FulfilmentEvent.FulfilmentShipped;
import dev.vetrina.events.FulfilmentEvent.Units;
import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order's parts inside a draft: what follows from it for stock, money, the order and its timeline happens with
 * it, in the same transaction.
 */
public record PartsChange(Batch batch, Order order, OrderParts parts, Actor by) {

    void confirm(Fulfilment fulfilment) {
        requireKept(fulfilment);
        if (fulfilment.confirm(now())) {
            tell(version -> new FulfilmentConfirmed(
                    order.id(), version, fulfilment.id(), fulfilment.brandId(), sessionId(), now()));
        }
    }

    /** @throws ProblemException 409 if {@link #ship} would refuse it */
    void requireShippable(Fulfilment fulfilment, Map<UUID, Integer> units) {
        requireKept(fulfilment);
        if (order.attempts().lapsed()) {
            throw ProblemException.conflict(
                            "payment-lapsed",
                            "The payment provider let the buyer's money go before it was captured: what is not shipped is"
                                    + " being cancelled.")
                    .with("fulfilmentId", fulfilment.id());
        }
        fulfilment.requireShippable(units);
    }

    /** Returns the price of what leaves. */
    Money ship(Fulfilment fulfilment, Shipment shipment) {
        requireKept(fulfilment);
        Money price = fulfilment.ship(shipment);
        tell(version -> new FulfilmentShipped(
                order.id(),
                version,
                fulfilment.id(),
                fulfilment.brandId(),
                sessionId(),
                shipment.id(),
                shipment.parcel().carrier(),
                units(fulfilment, shipment.lines()),
                fulfilment.open().isEmpty(),
                shipment.parcel().shippedAt()));
        return price;
    }

    void deliver(Fulfilment fulfilment, Shipment shipment) {
        if (fulfilment.deliver(shipment, now())) {
            tell(version -> new FulfilmentDelivered(
                    order.id(),
                    version,
                    fulfilment.id(),
                    fulfilment.brandId(),
                    sessionId(),
                    shipment.id(),
                    units(fulfilment, shipment.lines()),
                    fulfilment.status() == FulfilmentStatus.DELIVERED,
                    now()));
            settleOrder(null, null);
        }
    }

    /** Gives units up that are not shipped: their stock is available again, and their price goes back. */
    public GivenBack cancel(
            Fulfilment fulfilment, Map<UUID, Integer> units, CancelReason reason, @Nullable String note) {
        requireKept(fulfilment);
        order.captures().requireNoneUnderWay();
        GivenBack back = fulfilment.cancel(units, reason, note, now());
        units.forEach((lineId, number) -> OrderClaims.giveBackSold(batch, order, orderLine(lineId), number));
        tell(version -> new FulfilmentCancelled(
                order.id(),
                version,
                fulfilment.id(),
                fulfilment.brandId(),
                sessionId(),
                reason.name(),
                back.lines(),
                back.shipping(),
                back.shippingTax(),
                fulfilment.status() == FulfilmentStatus.CANCELLED,
                now()));
        MoneyBack.cancelled(this, back.total());
        settleOrder(reason, note);
        return back;
    }

    /** The order follows its parts. */
    private void settleOrder(@Nullable CancelReason reason, @Nullable String note) {
        if (order.status() != OrderStatus.PAID || !parts.allDone()) {
            return;
        }
        if (parts.allCancelled() && reason != null) {
            Timeline.tell(batch, order.cancelPaid(reason, note, now()), by);
        } else {
            Timeline.tell(batch, order.complete(now()), by);
        }
    }

    /** The price of what came back goes back to the buyer. */
    public void refundReturned(GivenBack back) {
        MoneyBack.returned(this, back.total());
    }

    /** Tells an event in the order's sequence. */
    public void tell(LongFunction<? extends OrderEvent> event) {
        Timeline.tell(batch, order.next(now(), event), by);
    }

    private void requireKept(Fulfilment fulfilment) {
        if (!order.status().kept() && fulfilment.status() != FulfilmentStatus.CANCELLED) {
            throw ProblemException.conflict("order-not-paid", "The order is " + order.status() + ".")
                    .with("orderStatus", order.status());
        }
    }

    private static List<Units> units(Fulfilment fulfilment, Map<UUID, Integer> units) {
        return units.entrySet().stream()
                .map(entry -> fulfilment.line(entry.getKey()).units(entry.getValue()))
                .toList();
    }

    private OrderLine orderLine(UUID lineId) {
        return order.lines().stream()
                .filter(line -> line.id().equals(lineId))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return batch.now();
    }

    private @Nullable UUID sessionId() {
        return order.origin().sessionId();
    }
}
