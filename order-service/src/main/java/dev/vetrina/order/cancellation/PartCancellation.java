package dev.vetrina.order.cancellation;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.PartsChange;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be cancelled of a brand's part.
 *
 * @param units by line, or null for everything that is not shipped
 */
record PartCancellation(
        UUID fulfilmentId,
        @Nullable Map<UUID, Integer> units,
        CancelReason reason,
        @Nullable String note) {

    /**
     * Everything that is cancelled already stays so, and is no error.
     *
     * @throws ProblemException 409 if it is too far, or so many units are not open
     */
    void carryOut(PartsChange change, CancellationRules rules) {
        Fulfilment part = change.parts().get(fulfilmentId);
        if (units == null && part.status() == FulfilmentStatus.CANCELLED) {
            return;
        }
        Map<UUID, Integer> wanted = units == null ? part.open() : units;
        if (!rules.allow(change.by(), part.status()) || wanted.isEmpty()) {
            throw ProblemException.conflict("fulfilment-not-cancellable", "It is " + part.status() + ".")
                    .with("fulfilmentStatus", part.status());
        }
        change.cancel(part, wanted, reason, note);
    }
}
