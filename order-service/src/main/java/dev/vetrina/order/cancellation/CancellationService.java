package dev.vetrina.order.cancellation;

import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.idempotency.ReplayException;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.commit.KeyLeases;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.fulfilment.ChangeParts;
import dev.vetrina.order.fulfilment.FulfilmentView;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.payment.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

@ApplicationScoped
public class CancellationService {

    private final GroupCommit groupCommit;
    private final Refunds refunds;
    private final Answers answers;
    private final KeyLeases leases;
    private final CancellationRules rules;

    CancellationService(
            GroupCommit groupCommit,
            Refunds refunds,
            Answers answers,
            KeyLeases leases,
            CancellationSettings settings) {
        this.groupCommit = groupCommit;
        this.refunds = refunds;
        this.answers = answers;
        this.leases = leases;
        this.rules = CancellationRules.of(settings.buyerCancelsUntilShipped());
    }

    public void cancelOrder(UUID orderId, CancelReason reason, String note, Actor by) {
        requireOwnReason(by, reason);
        Order _ = groupCommit.submit(new CancelOrder(orderId, reason, note, by, rules));
        refunds.execute(orderId);
    }

    /**
     * Takes effect once for each key: some units of a part can be cancelled again and again.
     *
     * @param view of the part as it is
     * @throws ReplayException with the part as it is now, if it was answered before
     * @throws ProblemException 409 {@code request-in-flight} while the first run sends the money back
     */
    FulfilmentView cancelPart(
            UUID orderId, PartCancellation wanted, Actor by, IdempotentRequest key, Supplier<FulfilmentView> view) {
        requireOwnReason(by, wanted.reason());
        KeyedAnswer answer = answers.underLease(key, 200, null);
        try {
            Boolean _ = groupCommit.submit(new ChangeParts<>(orderId, by, answer, change -> {
                wanted.carryOut(change, rules);
                return true;
            }));
        } catch (ReplayException replay) {
            leases.take(answer);
            giveBack(orderId, answer);
            throw answers.replayed(replay, view.get());
        }
        giveBack(orderId, answer);
        return view.get();
    }

    private void giveBack(UUID orderId, KeyedAnswer answer) {
        try {
            refunds.execute(orderId);
        } finally {
            leases.end(answer);
        }
    }

    private static void requireOwnReason(Actor by, CancelReason reason) {
        if (!CancellationRules.mayGive(by, reason)) {
            throw ProblemException.invalid("reason", "is not a reason that the caller can give");
        }
    }
}
