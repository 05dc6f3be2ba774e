package dev.vetrina.order.fulfilment;

import static dev.vetrina.order.fulfilment.PartsRows.FULFILMENTS;
import static dev.vetrina.order.lifecycle.OrderRows.ORDERS;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.fulfilment.Shipment.Parcel;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.payment.Captures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A parcel leaves, with units of one part or of several orders' parts: all of them or none. Where money is taken as goods leave,
 * each order's share is asked for with it. No stock moves: what leaves was sold when it was paid.
 */
record ShipParcel(List<Content> contents, Parcel parcel, Actor by, KeyedAnswer keyedAnswer, Captures captures)
        implements Draft<Boolean> {

    /**
     * What is in it of one part.
     *
     * @param units by line
     */
    record Content(UUID orderId, UUID fulfilmentId, UUID shipmentId, Map<UUID, Integer> units) {

        /** A new shipment each time: what became of one that was rolled back must not be in the next. */
        Shipment shipment(Parcel parcel) {
            return Shipment.of(shipmentId, parcel, units);
        }

        Fulfilment part(PartsChange change) {
            return change.parts().get(fulfilmentId);
        }
    }

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.of(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        contents.forEach(content -> {
            needs.add(ORDERS, content.orderId());
            needs.add(FULFILMENTS, content.orderId());
        });
    }

    @Override
    public Boolean take(Batch batch) {
        List<PartsChange> changes =
                contents.stream().map(content -> change(batch, content)).toList();
        for (int i = 0; i < changes.size(); i++) {
            requireCombinable(changes, i);
            changes.get(i)
                    .requireShippable(
                            contents.get(i).part(changes.get(i)),
                            contents.get(i).units());
        }
        for (int i = 0; i < changes.size(); i++) {
            ship(changes.get(i), contents.get(i));
        }
        return true;
    }

    private PartsChange change(Batch batch, Content content) {
        UUID orderId = content.orderId();
        return new PartsChange(batch, OrderRows.get(batch, orderId), batch.row(FULFILMENTS, orderId), by);
    }

    private void requireCombinable(List<PartsChange> changes, int i) {
        Destination first =
                Destination.of(changes.getFirst().order(), contents.getFirst().part(changes.getFirst()));
        Destination next =
                Destination.of(changes.get(i).order(), contents.get(i).part(changes.get(i)));
        if (i > 0 && !(next.known() && next.equals(first))) {
            throw ProblemException.conflict(
                            "not-combinable", "One parcel is of one brand, for one customer, to one address.")
                    .with("fulfilmentId", contents.get(i).fulfilmentId());
        }
    }

    private void ship(PartsChange change, Content content) {
        Money price = change.ship(content.part(change), content.shipment(parcel));
        captures.request(
                change.order(),
                price,
                content.shipmentId(),
                change.parts().nothingOpen(),
                change.batch().now());
    }
}
