package dev.vetrina.live.runsheet;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a plan must keep besides the bounds of its figures. */
final class PlanRules {

    private PlanRules() {}

    /** @throws ProblemException 422 {@code invalid-input} with everything that breaks a rule */
    static void check(Plan plan, List<UUID> lineup) {
        List<Violation> violations = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        for (int i = 0; i < plan.items().size(); i++) {
            UUID productId = plan.items().get(i).productId();
            String field = "items[" + i + "].productId";
            if (!lineup.contains(productId)) {
                violations.add(new Violation(field, "must be a product of the lineup"));
            } else if (!named.add(productId)) {
                violations.add(new Violation(field, "must not be named twice"));
            }
        }
        for (int i = 0; i < plan.brandSlots().size(); i++) {
            check(plan.brandSlots().get(i), "brandSlots[" + i + "].", violations);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private static void check(Plan.Slot slot, String path, List<Violation> violations) {
        if (slot.toSecond() <= slot.fromSecond()) {
            violations.add(new Violation(path + "toSecond", "must be greater than fromSecond"));
        } else if (slot.promisedSeconds() > slot.toSecond() - slot.fromSecond()) {
            violations.add(new Violation(path + "promisedSeconds", "must not exceed the length of the window"));
        }
    }
}
