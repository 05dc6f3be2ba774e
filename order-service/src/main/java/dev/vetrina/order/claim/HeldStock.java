package dev.vetrina.order.claim;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.stock.StockLevel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The stock that an order holds, in the pools from which its lines were taken. */
final class HeldStock {

    private HeldStock() {}

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
