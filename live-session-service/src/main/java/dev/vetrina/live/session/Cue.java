package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes next in a show.
 *
 * @param shown the products that were pinned, one for each pin, in their order
 */
record Cue(List<UUID> lineup, List<UUID> shown) {

    /** Whether the step that a caller asks for who saw this product last has been made. */
    boolean pressedAgain(@Nullable UUID seen) {
        return !shown.isEmpty() && !Objects.equals(seen, last(0)) && Objects.equals(seen, last(1));
    }

    /** @throws ProblemException 409 {@code cue-stale} or {@code lineup-at-its-end} */
    UUID next(@Nullable UUID seen) {
        UUID current = last(0);
        if (!Objects.equals(seen, current)) {
            ProblemException stale =
                    ProblemException.conflict("cue-stale", "Another product was on screen last than the caller saw.");
            throw current == null ? stale : stale.with("currentProductId", current);
        }
        int place = current == null ? -1 : lineup.indexOf(current);
        List<UUID> rest = place < 0
                ? lineup.stream().filter(id -> !shown.contains(id)).toList()
                : lineup.subList(place + 1, lineup.size());
        if (rest.isEmpty()) {
            throw ProblemException.conflict("lineup-at-its-end", "No product of the lineup is left to show.");
        }
        return rest.getFirst();
    }

    /** The product that was pinned so many pins ago; null before the first one. */
    private @Nullable UUID last(int ago) {
        return shown.size() > ago ? shown.get(shown.size() - 1 - ago) : null;
    }
}
