package dev.vetrina.order.claim;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.deal.DealPurchases;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.stock.StockLevel;
import dev.vetrina.order.stock.VariantStock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The stock that an order holds, in the pools from which its lines were taken. */
final class HeldStock {

    private HeldStock() {}

    /** A line for which there is too little. */
    record ShortLine(UUID variantId, long requested, long available) {}

    /**
     * Holds what the lines need, each in one pool: its deal's, else the market's, else the shared one.
     *
     * @throws ProblemException 409 {@code out-of-stock} with every line that is short; nothing is held then
     */
    static void hold(Batch batch, Order order) {
        Map<StockLevel, Long> wanted = new LinkedHashMap<>();
        order.lines().forEach(line -> wanted.merge(source(batch, order, line), (long) line.quantity(), Long::sum));
        refuseShort(wanted);
        wanted.forEach((level, quantity) -> level.hold(quantity, order.id(), batch.now()));
        order.allocate(order.lines().stream()
                .map(line -> line.takenFrom(source(batch, order, line).pool()))
                .toList());
    }

    private static StockLevel source(Batch batch, Order order, OrderLine line) {
        VariantStock stock = batch.row(STOCK, line.variantId());
        return DealPurchases.of(batch, line)
                .map(deal -> stock.pool(deal.pool(), line.brandId()))
                .orElseGet(() -> stock.forSale(order.origin().market(), line.brandId()));
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

    static void release(Batch batch, Order order) {
        byPool(batch, order).forEach((level, quantity) -> level.release(quantity, order.id(), batch.now()));
    }

    static void sell(Batch batch, Order order) {
        byPool(batch, order).forEach((level, quantity) -> level.sellHeld(quantity, order.id(), batch.now()));
    }

    /** Takes stock again for an order whose hold has ended. Returns whether there was enough; else nothing changes. */
    static boolean sellAgain(Batch batch, Order order) {
        Map<StockLevel, Long> wanted = byPool(batch, order);
        if (!wanted.entrySet().stream().allMatch(entry -> entry.getKey().covers(entry.getValue()))) {
            return false;
        }
        wanted.forEach((level, quantity) -> level.sellLate(quantity, order.id(), batch.now()));
        return true;
    }

    private static Map<StockLevel, Long> byPool(Batch batch, Order order) {
        Map<StockLevel, Long> quantities = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            StockLevel level = batch.row(STOCK, line.variantId()).pool(line.pool(), line.brandId());
            quantities.merge(level, (long) line.quantity(), Long::sum);
        }
        return quantities;
    }
}
