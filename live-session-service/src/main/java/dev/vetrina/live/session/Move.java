package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A product goes right before or after another one. It depends on no place in the list, so any order of moves can be made. */
record Move(UUID productId, UUID anchorId, boolean before) {

    /**
     * The lineup after the move: the same products, each once.
     *
     * @throws ProblemException 409 {@code not-in-lineup}
     */
    List<UUID> in(List<UUID> lineup) {
        for (UUID named : List.of(productId, anchorId)) {
            if (!lineup.contains(named)) {
                throw ProblemException.conflict("not-in-lineup", "The product " + named + " is not in the lineup.")
                        .with("productId", named);
            }
        }
        List<UUID> moved = new ArrayList<>(lineup);
        moved.remove(productId);
        moved.add(moved.indexOf(anchorId) + (before ? 0 : 1), productId);
        return moved;
    }
}
