package dev.vetrina.order.fulfilment;

import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The lines of a brand's part, and what follows from how far their units have come. Units are given by line. */
record PartLines(List<PartLine> all) {

    PartLines {
        all = List.copyOf(all);
    }

    /** @throws ProblemException 422 if the line is not of this part */
    PartLine get(UUID lineId) {
        return all.stream()
                .filter(line -> line.id().equals(lineId))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("lines.lineId", "is not a line of this fulfilment"));
    }

    /** Everything that is neither shipped nor cancelled. */
    Map<UUID, Integer> open() {
        Map<UUID, Integer> open = new LinkedHashMap<>();
        all.stream().filter(line -> line.open() > 0).forEach(line -> open.put(line.id(), line.open()));
        return open;
    }

    /** @throws ProblemException 409 if a line has fewer units that are neither shipped nor cancelled */
    void requireOpen(Map<UUID, Integer> units) {
        units.forEach((lineId, number) -> {
            if (number > get(lineId).open()) {
                throw ProblemException.conflict("more-than-open", "So many units are neither shipped nor cancelled.")
                        .with("lineId", lineId)
                        .with("open", get(lineId).open());
            }
        });
    }

    /** What is given back for units. */
    List<RefundedUnits> worth(Map<UUID, Integer> units) {
        return units.entrySet().stream()
                .map(entry -> get(entry.getKey()).worth(entry.getValue()))
                .toList();
    }

    /** How many units would stay with the buyer if so many more were given back. */
    int keptWithout(Map<UUID, Integer> units) {
        return sum(line -> line.bought().quantity() - line.given())
                - units.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The state that the units tell, or empty if none of them has moved. */
    Optional<FulfilmentStatus> state() {
        int shipped = sum(PartLine::shipped);
        if (sum(PartLine::cancelled) == sum(line -> line.bought().quantity())) {
            return Optional.of(FulfilmentStatus.CANCELLED);
        }
        if (sum(PartLine::open) == 0) {
            return Optional.of(
                    sum(PartLine::delivered) == shipped ? FulfilmentStatus.DELIVERED : FulfilmentStatus.SHIPPED);
        }
        return shipped > 0 ? Optional.of(FulfilmentStatus.PARTIALLY_SHIPPED) : Optional.empty();
    }

    private int sum(ToIntFunction<PartLine> units) {
        return all.stream().mapToInt(units).sum();
    }
}
