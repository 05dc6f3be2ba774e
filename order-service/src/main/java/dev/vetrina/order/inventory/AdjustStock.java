package dev.vetrina.order.inventory;

import static dev.vetrina.order.stock.StockRows.STOCK;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.stock.MovementReason;
import dev.vetrina.order.stock.StockLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adjustments of a brand's stock: all of them or none. */
record AdjustStock(List<Change> changes, KeyedAnswer keyedAnswer) implements Draft<Integer> {

    /**
     * @param amount units to add, or what is available afterwards
     * @param absolute whether the amount is the latter; such a change is the only one of its variant and pool
     */
    record Change(
            UUID variantId,
            UUID brandId,
            String pool,
            long amount,
            boolean absolute,
            MovementReason reason,
            @Nullable String reference) {}

    private record Step(int item, Change change, StockLevel level, long delta) {}

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
        List<Step> steps = steps(batch);
        refuseShort(steps);
        // Increases first: in between, too, no counter may be negative.
        steps.stream()
                .sorted(Comparator.comparingLong(Step::delta).reversed())
                .forEach(step -> step.level()
                        .adjust(
                                step.delta(),
                                step.change().reason(),
                                step.change().reference(),
                                batch.now()));
        return changes.size();
    }

    private List<Step> steps(Batch batch) {
        List<Step> steps = new ArrayList<>();
        for (Change change : changes) {
            StockLevel level = batch.row(STOCK, change.variantId()).pool(change.pool(), change.brandId());
            long delta = change.absolute() ? change.amount() - level.available() : change.amount();
            steps.add(new Step(steps.size(), change, level, delta));
        }
        return steps;
    }

    private static void refuseShort(List<Step> steps) {
        Map<StockLevel, Long> sums = new LinkedHashMap<>();
        steps.forEach(step -> sums.merge(step.level(), step.delta(), Math::addExact));
        ShortItem.refuse(steps.stream()
                .filter(step -> step.delta() < 0)
                .filter(step -> step.level().available() + sums.getOrDefault(step.level(), 0L) < 0)
                .map(step -> new ShortItem(
                        step.item(),
                        step.level().variantId(),
                        step.level().pool(),
                        step.level().available()))
                .toList());
    }
}
