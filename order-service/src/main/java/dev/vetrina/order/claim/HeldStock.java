package dev.vetrina.order.claim;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.stock.PointOfSale;
import dev.vetrina.order.stock.StockLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The stock that an order holds, in the pools from which its lines were taken. */
final class HeldStock {

    private HeldStock() {}

    static void release(Batch batch, Order order) {
        byPool(batch, order.lines()).forEach((level, quantity) -> level.release(quantity, order.id(), batch.now()));
    }

    static void sell(Batch batch, Order order) {
        byPool(batch, order.lines()).forEach((level, quantity) -> level.sellHeld(quantity, order.id(), batch.now()));
    }

    /**
     * Takes stock again for an order whose hold has ended, from where its buyer would be served now: the pool in which it was held may
     * be closed, or another be set apart for its market. If that one is empty, what was held may still be where it was. Returns
     * whether there was enough; else nothing changes.
     */
    static boolean sellAgain(Batch batch, Order order) {
        Map<StockLevel, Long> wanted = new LinkedHashMap<>();
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            Optional<StockLevel> level = Stream.concat(
                            Stream.of(forSale(batch, order, line)), held(batch, line).stream())
                    .filter(pool -> pool.covers(wanted.getOrDefault(pool, 0L) + line.quantity()))
                    .findFirst();
            if (level.isEmpty()) {
                return false;
            }
            wanted.merge(level.get(), (long) line.quantity(), Long::sum);
            lines.add(line.takenFrom(level.get().pool()));
        }
        wanted.forEach((level, quantity) -> level.sellLate(quantity, order.id(), batch.now()));
        lines.stream()
                .filter(line -> !order.lines().contains(line))
                .forEach(line -> batch.append(MovedLines.MOVED_LINES, line));
        order.allocate(lines);
        return true;
    }

    private static Optional<StockLevel> held(Batch batch, OrderLine line) {
        return Optional.of(batch.row(STOCK, line.variantId()).pool(line.pool(), line.brandId()))
                .filter(StockLevel::open);
    }

    /** The pool from which a line is bought now. */
    static StockLevel forSale(Batch batch, Order order, OrderLine line) {
        if (order.origin().test()) {
            return batch.row(STOCK, line.variantId()).sandbox(line.brandId(), batch.now());
        }
        PointOfSale where = new PointOfSale(
                order.origin().market(),
                line.origin().sessionId(),
                line.origin().dealId());
        return batch.row(STOCK, line.variantId()).forSale(where, line.brandId());
    }

    private static Map<StockLevel, Long> byPool(Batch batch, List<OrderLine> lines) {
        Map<StockLevel, Long> quantities = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            StockLevel level = batch.row(STOCK, line.variantId()).pool(line.pool(), line.brandId());
            quantities.merge(level, (long) line.quantity(), Long::sum);
        }
        return quantities;
    }
}
