package dev.vetrina.order.inventory;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.StockLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adjustments of a brand's stock: all of them or none. */
record AdjustStock(List<Change> changes, KeyedAnswer keyedAnswer) implements Draft<Integer> {

    record Change(
            UUID variantId,
            UUID brandId,
            String pool,
            long delta,
            MovementReason reason,
            @Nullable String reference) {}

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.of(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        changes.forEach(change -> needs.add(STOCK, change.variantId()));
    }

    /** Returns how many changes were made. */
    @Override
    public Integer take(Batch batch) {
        Map<StockLevel, Long> sums = new LinkedHashMap<>();
        changes.forEach(change -> sums.merge(level(batch, change), change.delta(), Math::addExact));
        sums.forEach(AdjustStock::refuseNegative);
        // Increases first: in between, too, no counter may be negative.
        changes.stream()
                .sorted((a, b) -> Long.compare(b.delta(), a.delta()))
                .forEach(change ->
                        level(batch, change).adjust(change.delta(), change.reason(), change.reference(), batch.now()));
        return changes.size();
    }

    private static StockLevel level(Batch batch, Change change) {
        return batch.row(STOCK, change.variantId()).pool(change.pool(), change.brandId());
    }

    private static void refuseNegative(StockLevel level, long delta) {
        if (!level.covers(-delta)) {
            throw ProblemException.conflict("out-of-stock", "There is less available than is to be taken off.")
                    .with("variantId", level.variantId())
                    .with("pool", level.pool())
                    .with("available", level.available());
        }
    }
}
