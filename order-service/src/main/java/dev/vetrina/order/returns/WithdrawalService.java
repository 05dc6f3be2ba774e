package dev.vetrina.order.returns;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Answers;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.Fulfilments;
import dev.vetrina.order.fulfilment.OrderParts;
import dev.vetrina.order.fulfilment.PartLine;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.payment.Refunds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The EU's withdrawal in two steps: fill in, and confirm. */
@ApplicationScoped
class WithdrawalService {

    private final Fulfilments fulfilments;
    private final Returns returns;
    private final GroupCommit groupCommit;
    private final Refunds refunds;
    private final Answers answers;
    private final Clock clock;

    WithdrawalService(
            Fulfilments fulfilments,
            Returns returns,
            GroupCommit groupCommit,
            Refunds refunds,
            Answers answers,
            Clock clock) {
        this.fulfilments = fulfilments;
        this.returns = returns;
        this.groupCommit = groupCommit;
        this.refunds = refunds;
        this.answers = answers;
        this.clock = clock;
    }

    /** The first step: nothing is declared yet. */
    WithdrawalView prepare(Order order, WithdrawalRequest request, Actor by, IdempotentRequest key) {
        Map<UUID, Integer> units = answers.unlessAnswered(key, () -> units(order, request));
        var content = new Withdrawal.Content(
                Ids.next(), order.id(), order.origin().customerId(), request.name(), units, clock.instant());
        WithdrawalView view = WithdrawalView.of(order, Withdrawal.prepare(content), new OrderReturns());
        KeyedAnswer answer = answers.created(key, "/v1/withdrawals/" + view.id(), view);
        Boolean _ = groupCommit.submit(new ChangeReturns(
                order.id(), by, answer, change -> change.returns().add(Withdrawal.prepare(content))));
        return view;
    }

    private Map<UUID, Integer> units(Order order, WithdrawalRequest request) {
        ReturnRules.requireKept(order);
        OrderParts parts = fulfilments.of(order.id());
        OrderReturns known = returns.of(order.id());
        Map<UUID, Integer> wanted = request.units();
        Map<UUID, Integer> units = wanted == null ? everything(parts, known) : wanted;
        if (units.isEmpty()) {
            throw ProblemException.conflict("nothing-to-withdraw", "Nothing of the order is the buyer's any more.");
        }
        ReturnRules.requireWithdrawable(parts, units, known, clock.instant());
        return units;
    }

    private static Map<UUID, Integer> everything(OrderParts parts, OrderReturns known) {
        Map<UUID, Integer> units = new LinkedHashMap<>();
        for (Fulfilment part : parts.all()) {
            for (PartLine line : part.lines()) {
                int left = ReturnRules.withdrawable(part, line.id(), known);
                if (left > 0) {
                    units.put(line.id(), left);
                }
            }
        }
        return units;
    }

    /** The second step. Harmless when it is declared already. */
    void confirm(UUID orderId, UUID withdrawalId, Actor by) {
        Boolean _ = groupCommit.submit(new ChangeReturns(orderId, by, null, change -> {
            Withdrawal withdrawal = change.returns().withdrawal(withdrawalId);
            if (withdrawal.status() == WithdrawalStatus.PREPARED) {
                declare(change, withdrawal);
            }
        }));
        refunds.execute(orderId);
    }

    static void declare(ReturnsChange change, Withdrawal withdrawal) {
        Map<UUID, Integer> units = withdrawal.content().lines();
        OrderParts parts = change.parts().parts();
        ReturnRules.requireKept(change.parts().order());
        ReturnRules.requireWithdrawable(parts, units, change.returns(), change.now());
        if (parts.all().stream().flatMap(part -> part.lines().stream()).anyMatch(line -> cancels(units, line))) {
            // Asked before anything is changed.
            change.parts().order().captures().requireNoneUnderWay();
        }
        change.declared(withdrawal);
        for (Fulfilment part : parts.all()) {
            carryOut(change, withdrawal, part);
        }
    }

    private static boolean cancels(Map<UUID, Integer> units, PartLine line) {
        return line.open() > 0 && units.getOrDefault(line.id(), 0) > 0;
    }

    /** What has not left is cancelled; what has comes back, and nobody has to approve it. */
    private static void carryOut(ReturnsChange change, Withdrawal withdrawal, Fulfilment part) {
        Map<UUID, Integer> unshipped = new LinkedHashMap<>();
        List<ReturnLine> sent = new ArrayList<>();
        for (PartLine line : part.lines()) {
            int wanted = withdrawal.content().lines().getOrDefault(line.id(), 0);
            int open = Math.min(wanted, line.open());
            if (open > 0) {
                unshipped.put(line.id(), open);
            }
            if (wanted > open) {
                sent.add(ReturnLine.of(line.id(), wanted - open, ReturnReason.WITHDRAWN));
            }
        }
        if (!unshipped.isEmpty()) {
            change.parts().cancel(part, unshipped, CancelReason.WITHDRAWN, null);
        }
        if (!sent.isEmpty()) {
            GoodsReturn goodsReturn = GoodsReturn.request(
                    new GoodsReturn.Origin(
                            Ids.next(), change.parts().order().id(), part.id(), withdrawal.id(), null, change.now()),
                    sent);
            change.request(goodsReturn);
            change.approve(goodsReturn);
        }
    }
}
