package dev.vetrina.order.fulfilment;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.stock.StockLevel;

/** The stock that was sold with a line, in the pool from which it was taken. */
public final class SoldStock {

    private SoldStock() {}

    public static StockLevel level(Batch batch, PartLine line) {
        PartLine.Bought bought = line.bought();
        return batch.row(STOCK, bought.variantId()).pool(bought.pool(), bought.brandId());
    }
}
