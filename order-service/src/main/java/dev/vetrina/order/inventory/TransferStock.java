package dev.vetrina.order.inventory;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.stock.VariantStock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves between the pools of variants, one after the other: all of them or none. */
record TransferStock(List<Transfer> transfers, KeyedAnswer keyedAnswer) implements Draft<Integer> {

    record Transfer(
            UUID variantId,
            UUID brandId,
            String from,
            String to,
            long quantity,
            @Nullable String reference) {}

    private record Place(UUID variantId, String pool) {}

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.of(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        transfers.forEach(transfer -> needs.add(STOCK, transfer.variantId()));
    }

    /** Returns how many were made. */
    @Override
    public Integer take(Batch batch) {
        refuseShort(batch);
        for (Transfer transfer : transfers) {
            VariantStock stock = batch.row(STOCK, transfer.variantId());
            stock.transfer(transfer.from(), transfer.to(), transfer.quantity(), transfer.reference(), batch.now());
        }
        return transfers.size();
    }

    private void refuseShort(Batch batch) {
        Map<Place, Long> left = new HashMap<>();
        List<ShortItem> missing = new ArrayList<>();
        for (int item = 0; item < transfers.size(); item++) {
            Transfer transfer = transfers.get(item);
            long available = left.computeIfAbsent(from(transfer), _ -> available(batch, transfer, transfer.from()));
            long target = left.computeIfAbsent(to(transfer), _ -> available(batch, transfer, transfer.to()));
            if (available < transfer.quantity()) {
                missing.add(new ShortItem(item, transfer.variantId(), transfer.from(), available));
            } else {
                left.put(from(transfer), available - transfer.quantity());
                left.put(to(transfer), target + transfer.quantity());
            }
        }
        ShortItem.refuse(missing);
    }

    private static long available(Batch batch, Transfer transfer, String pool) {
        return batch.row(STOCK, transfer.variantId())
                .pool(pool, transfer.brandId())
                .available();
    }

    private static Place from(Transfer transfer) {
        return new Place(transfer.variantId(), transfer.from());
    }

    private static Place to(Transfer transfer) {
        return new Place(transfer.variantId(), transfer.to());
    }
}
