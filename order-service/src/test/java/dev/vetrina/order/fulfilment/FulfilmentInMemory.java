package dev.vetrina.order.fulfilment;

import static dev.vetrina.order.fulfilment.PartsRows.FULFILMENTS;

import dev.vetrina.kit.idempotency.StoredAnswer;
import dev.vetrina.order.commit.CommitInMemory;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.fulfilment.ShipParcel.Content;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.payment.Captures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What brands do with their parts of orders that are in memory. */
public final class FulfilmentInMemory {

    private static final KeyedAnswer ANSWER = new KeyedAnswer("", "", new StoredAnswer(201, null, null), null);

    private FulfilmentInMemory() {}

    /** The parts of a new order, as they are stored. */
    public static OrderParts parts(CommitInMemory commit, Order order) {
        OrderParts parts = new OrderParts(order.parts().stream()
                .map(part -> new Fulfilment(part, lines(order, part), Milestones.NONE, 0, 0))
                .toList());
        commit.put(FULFILMENTS, order.id(), parts);
        return parts;
    }

    private static List<PartLine> lines(Order order, BrandPart part) {
        return order.lines().stream()
                .filter(line -> line.brandId().equals(part.brandId()))
                .map(FulfilmentInMemory::line)
                .toList();
    }

    private static PartLine line(OrderLine line) {
        return new PartLine(
                new PartLine.Bought(
                        line.id(),
                        line.variantId(),
                        line.brandId(),
                        line.pool(),
                        line.quantity(),
                        line.total(),
                        line.tax()),
                0,
                0,
                0,
                0);
    }

    public static Draft<Boolean> confirm(Order order, Fulfilment part) {
        return new ChangeParts<>(order.id(), Actor.brand(part.brandId()), change -> {
            change.confirm(part);
            return true;
        });
    }

    /** What is to leave in a parcel. */
    public record Leaving(Order order, Fulfilment part, Map<UUID, Integer> units) {

        Content content() {
            return new Content(order.id(), part.id(), UUID.randomUUID(), units);
        }
    }

    public static Draft<Boolean> ship(List<Leaving> leaving, Captures captures, Instant now) {
        return new ShipParcel(
                leaving.stream().map(Leaving::content).toList(),
                new Shipment.Parcel(UUID.randomUUID(), "dhl", "JD 1", null, now),
                Actor.brand(leaving.getFirst().part().brandId()),
                ANSWER,
                captures);
    }

    /** Everything that has left by now arrives. */
    public static Draft<Boolean> deliver(Order order, Fulfilment part) {
        return new ChangeParts<>(order.id(), Actor.brand(part.brandId()), change -> {
            part.shipments().forEach(shipment -> change.deliver(part, shipment));
            return true;
        });
    }

    public static int returned(PartLine line) {
        return line.returned();
    }

    /** Minor units that went back for units of the line. */
    public static long refunded(PartLine line) {
        return line.refunded();
    }

    /** Minor units that went back for the part's shipping. */
    public static long shippingRefunded(Fulfilment part) {
        return part.shippingRefunded();
    }
}
