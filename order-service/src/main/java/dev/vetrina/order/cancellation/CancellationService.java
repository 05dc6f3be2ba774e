package dev.vetrina.order.cancellation;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.fulfilment.ChangeParts;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.PartsChange;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.payment.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CancellationService {

    private final GroupCommit groupCommit;
    private final Refunds refunds;
    private final CancellationRules rules;

    CancellationService(GroupCommit groupCommit, Refunds refunds, CancellationSettings settings) {
        this.groupCommit = groupCommit;
        this.refunds = refunds;
        this.rules = CancellationRules.of(settings.buyerCancelsUntilShipped());
    }

    void cancelOrder(UUID orderId, CancelReason reason, String note, Actor by) {
        requireOwnReason(by, reason);
        Order _ = groupCommit.submit(new CancelOrder(orderId, reason, note, by, rules));
        refunds.execute(orderId);
    }

    /** @param units by line, or null for everything that is not shipped: a repeat then succeeds */
    void cancelPart(
            UUID orderId,
            UUID fulfilmentId,
            @Nullable Map<UUID, Integer> units,
            CancelReason reason,
            @Nullable String note,
            Actor by) {
        requireOwnReason(by, reason);
        Boolean _ = groupCommit.submit(new ChangeParts<>(orderId, by, change -> {
            Fulfilment part = change.parts().get(fulfilmentId);
            if (units != null || part.status() != FulfilmentStatus.CANCELLED) {
                cancel(change, part, units == null ? part.open() : units, reason, note);
            }
            return true;
        }));
        refunds.execute(orderId);
    }

    private void cancel(
            PartsChange change, Fulfilment part, Map<UUID, Integer> units, CancelReason reason, @Nullable String note) {
        if (!rules.allow(change.by(), part.status()) || units.isEmpty()) {
            throw ProblemException.conflict("fulfilment-not-cancellable", "It is " + part.status() + ".");
        }
        change.cancel(part, units, reason, note);
    }

    private static void requireOwnReason(Actor by, CancelReason reason) {
        if (!CancellationRules.mayGive(by, reason)) {
            throw ProblemException.invalid("reason", "is not a reason that the caller can give");
        }
    }
}
