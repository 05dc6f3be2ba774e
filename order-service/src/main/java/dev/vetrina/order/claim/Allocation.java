package dev.vetrina.order.claim;

import static dev.vetrina.order.stock.StockRows.STOCK;
import static dev.vetrina.order.stock.WaiterRows.WAITERS;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.stock.StockLevel;
import dev.vetrina.order.stock.Waiter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The stock of an order's lines: out of the pool from which it is bought, or what was offered to its buyer, who waited for it. */
final class Allocation {

    private final Batch batch;
    private final Order order;
    private final Map<UUID, UUID> waitlistEntries;

    /** @param waitlistEntries the places in lines by which lines are bought, by the line's id */
    Allocation(Batch batch, Order order, Map<UUID, UUID> waitlistEntries) {
        this.batch = batch;
        this.order = order;
        this.waitlistEntries = waitlistEntries;
    }

    /** A line for which there is too little. */
    record ShortLine(UUID variantId, long requested, long available) {}

    /**
     * Holds the stock of all lines, or of none.
     *
     * @return the lines with the pools from which they were taken
     * @throws ProblemException 409 {@code out-of-stock} or what is wrong with an offer; then nothing has changed
     */
    List<OrderLine> hold() {
        Map<StockLevel, Long> wanted = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            if (waitlistEntries.containsKey(line.id())) {
                requireOffer(line);
            } else {
                wanted.merge(level(line), (long) line.quantity(), Long::sum);
            }
        }
        refuseShort(wanted);
        wanted.forEach((level, quantity) -> level.hold(quantity, order.id(), batch.now()));
        return order.lines().stream().map(this::taken).toList();
    }

    private OrderLine taken(OrderLine line) {
        if (!waitlistEntries.containsKey(line.id())) {
            return line.takenFrom(level(line).pool());
        }
        StockLevel level =
                batch.row(STOCK, line.variantId()).takeOffer(waiter(line), line.quantity(), order.id(), batch.now());
        return line.takenFrom(level.pool());
    }

    private void requireOffer(OrderLine line) {
        Waiter waiter = waiter(line);
        if (!waiter.wish().where().market().equals(order.origin().market())
                || !Objects.equals(waiter.wish().where().dealId(), line.origin().dealId())) {
            throw ProblemException.conflict("no-offer", "The offer is for another market or deal.")
                    .with("waitlistEntryId", waiter.id());
        }
        waiter.requireOffer(line.quantity(), batch.now());
    }

    private Waiter waiter(OrderLine line) {
        UUID entryId = Objects.requireNonNull(waitlistEntries.get(line.id()), "a line that was offered");
        return batch.find(WAITERS, entryId)
                .filter(waiter -> waiter.wish().variantId().equals(line.variantId()))
                .filter(waiter ->
                        waiter.wish().customerId().equals(order.origin().customerId()))
                .orElseThrow(() -> ProblemException.notFound("waitlist entry of this variant", entryId));
    }

    private StockLevel level(OrderLine line) {
        return HeldStock.forSale(batch, order, line);
    }

    private static void refuseShort(Map<StockLevel, Long> wanted) {
        List<ShortLine> missing = wanted.entrySet().stream()
                .filter(entry -> !entry.getKey().covers(entry.getValue()))
                .map(entry -> new ShortLine(
                        entry.getKey().variantId(),
                        entry.getValue(),
                        entry.getKey().forEverybody()))
                .toList();
        if (!missing.isEmpty()) {
            throw ProblemException.conflict("out-of-stock", "There is not enough stock for every line.")
                    .with("lines", missing);
        }
    }
}
