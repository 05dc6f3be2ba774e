package dev.vetrina.order.checkout;

import static dev.vetrina.order.lifecycle.OrderRows.ORDERS;
import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.kit.outbox.OutboxMessage;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.lifecycle.Timeline;
import dev.vetrina.order.stock.StockLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        OrderPlaced event,
        OutboxMessage message,
        @Nullable FirstPayment firstPayment,
        KeyedAnswer keyedAnswer)
        implements Draft<Order> {

    /** A payment attempt that begins in the same transaction. */
    record FirstPayment(UUID id, String requestId, String provider, String methodToken) {}

    /** A line for which there is too little. */
    record ShortLine(UUID variantId, long requested, long available) {}

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.of(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        priced.lines().forEach(line -> needs.add(STOCK, line.variantId()));
    }

    @Override
    public Order take(Batch batch) {
        Order order = priced.place();
        Map<StockLevel, Long> wanted = new LinkedHashMap<>();
        order.lines().forEach(line -> wanted.merge(level(batch, line), (long) line.quantity(), Long::sum));
        refuseShort(wanted);
        wanted.forEach((level, quantity) -> level.hold(quantity, order.id(), batch.now()));
        order.allocate(order.lines().stream()
                .map(line -> line.takenFrom(level(batch, line).pool()))
                .toList());
        batch.add(ORDERS, order.id(), order);
        Timeline.tell(batch, event, message, Actor.customer(order.origin().customerId()));
        if (firstPayment != null) {
            order.startPayment(
                    firstPayment.id(),
                    firstPayment.requestId(),
                    firstPayment.provider(),
                    firstPayment.methodToken(),
                    batch.now());
        }
        return order;
    }

    private StockLevel level(Batch batch, OrderLine line) {
        return batch.row(STOCK, line.variantId()).forSale(priced.origin().market(), line.brandId());
    }

    private static void refuseShort(Map<StockLevel, Long> wanted) {
        List<ShortLine> missing = wanted.entrySet().stream()
                .filter(entry -> !entry.getKey().covers(entry.getValue()))
                .map(entry -> new ShortLine(
                        entry.getKey().variantId(),
                        entry.getValue(),
                        entry.getKey().available()))
                .toList();
        if (!missing.isEmpty()) {
            throw ProblemException.conflict("out-of-stock", "There is not enough stock for every line.")
                    .with("lines", missing);
        }
    }
}
