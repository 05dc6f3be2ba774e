package dev.vetrina.order.checkout;

import dev.vetrina.kit.outbox.OutboxMessage;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.stock.StockLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An order that is priced and waits for its stock. All lines are taken or none. */
record PlaceOrder(Order order, OutboxMessage event, KeyedAnswer keyedAnswer) implements Draft<Order> {

    /** A line for which there is too little. */
    record ShortLine(UUID variantId, long requested, long available) {}

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.of(keyedAnswer);
    }

    @Override
    public Set<UUID> variants(Batch batch) {
        return order.lines().stream().map(OrderLine::variantId).collect(Collectors.toSet());
    }

    @Override
    public Order take(Batch batch) {
        Map<StockLevel, Long> wanted = new LinkedHashMap<>();
        order.lines().forEach(line -> wanted.merge(level(batch, line), (long) line.quantity(), Long::sum));
        refuseShort(wanted);
        wanted.forEach((level, quantity) -> level.hold(quantity, order.id(), batch.now()));
        order.allocate(order.lines().stream()
                .map(line -> line.takenFrom(level(batch, line).pool()))
                .toList());
        batch.place(order);
        batch.publish(event);
        return order;
    }

    private StockLevel level(Batch batch, OrderLine line) {
        return batch.stock(line.variantId()).forSale(order.origin().market(), line.brandId());
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
