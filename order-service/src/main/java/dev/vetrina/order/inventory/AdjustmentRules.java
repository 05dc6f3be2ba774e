package dev.vetrina.order.inventory;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.order.inventory.AdjustInventoryRequest.Adjustment;
import dev.vetrina.order.stock.Pools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What adjustments must keep that their types do not say. */
final class AdjustmentRules {

    private AdjustmentRules() {}

    private record Place(UUID variantId, String pool) {}

    static String pool(Adjustment adjustment) {
        return adjustment.pool() == null ? Pools.SHARED : adjustment.pool();
    }

    /** @throws ProblemException 422 that names every adjustment which breaks one */
    static void check(List<Adjustment> adjustments) {
        Map<Place, Integer> places = new HashMap<>();
        adjustments.forEach(adjustment -> places.merge(place(adjustment), 1, Integer::sum));
        List<Violation> violations = new ArrayList<>();
        for (int item = 0; item < adjustments.size(); item++) {
            Adjustment adjustment = adjustments.get(item);
            boolean absolute = adjustment.setAvailableTo() != null;
            if (absolute == (adjustment.delta() != null)) {
                violations.add(violation(item, "must have either delta or setAvailableTo"));
            } else if (absolute && places.getOrDefault(place(adjustment), 0) > 1) {
                violations.add(violation(item, "must be the only one of its variant and pool with setAvailableTo"));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private static Place place(Adjustment adjustment) {
        return new Place(adjustment.variantId(), pool(adjustment));
    }

    private static Violation violation(int item, String message) {
        return new Violation("adjustments[" + item + "]", message);
    }
}
