package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.util.List;
import java.util.UUID;

/** The parts of one order, one a brand. */
public final class OrderParts {

    private final List<Fulfilment> all;

    OrderParts(List<Fulfilment> all) {
        this.all = List.copyOf(all);
    }

    /** @throws ProblemException 404 */
    public Fulfilment get(UUID fulfilmentId) {
        return all.stream()
                .filter(fulfilment -> fulfilment.id().equals(fulfilmentId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("fulfilment", fulfilmentId));
    }

    /** @throws ProblemException 422 if the line is not of this order */
    public Fulfilment ofLine(UUID lineId) {
        return all.stream()
                .filter(fulfilment ->
                        fulfilment.lines().stream().anyMatch(line -> line.id().equals(lineId)))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("lines.lineId", "is not a line of this order"));
    }

    public List<Fulfilment> all() {
        return all;
    }

    boolean allCancelled() {
        return all.stream().allMatch(fulfilment -> fulfilment.status() == FulfilmentStatus.CANCELLED);
    }

    /** Whether nothing (more) of the order will be shipped. */
    boolean nothingOpen() {
        return all.stream().allMatch(fulfilment -> fulfilment.open().isEmpty());
    }

    boolean allDone() {
        return all.stream().noneMatch(fulfilment -> fulfilment.status().underWay());
    }
}
