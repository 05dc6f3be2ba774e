package dev.vetrina.order.returns;

import static dev.vetrina.order.returns.ReturnRows.RETURNS;

import dev.vetrina.order.commit.CommitInMemory;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/** What comes back of an order in memory. */
public final class ReturnsInMemory {

    private static final ReturnRules RULES = new ReturnRules(Duration.ofDays(30));

    private final CommitInMemory commit;
    private final Order order;
    private final OrderReturns returns = new OrderReturns();

    public ReturnsInMemory(CommitInMemory commit, Order order) {
        this.commit = commit;
        this.order = order;
        commit.put(RETURNS, order.id(), returns);
    }

    /** @param faulty whether its shipping goes back with the last of it */
    public void request(Fulfilment part, Map<UUID, Integer> units, boolean faulty) {
        var origin = new GoodsReturn.Origin(UUID.randomUUID(), order.id(), part.id(), null, null, commit.now());
        ReturnReason reason = faulty ? ReturnReason.FAULTY : ReturnReason.TOO_LARGE;
        take(change -> {
            ReturnRules.requireKept(order);
            RULES.requireReturnable(part, units, returns, change.now());
            change.request(GoodsReturn.request(
                    origin,
                    units.entrySet().stream()
                            .map(line -> ReturnLine.of(line.getKey(), line.getValue(), reason))
                            .toList()));
        });
    }

    public void approve(int which) {
        withAny(which, wanted -> take(change -> change.approve(wanted)));
    }

    public void reject(int which) {
        withAny(which, wanted -> take(change -> change.reject(wanted, RejectReason.NOT_RETURNABLE, null)));
    }

    /**
     * The goods are back.
     *
     * @param atMost units of each line that came
     * @param sellable whether they can be sold again
     * @param lost told of units that cannot, by line
     */
    public void receive(int which, int atMost, boolean sellable, ObjIntConsumer<UUID> lost) {
        withAny(which, sent -> {
            if (sent.status() == ReturnStatus.RECEIVED) {
                return;
            }
            Map<UUID, Receipt> receipts = new LinkedHashMap<>();
            sent.lines().forEach(line -> {
                int received = Math.min(atMost, line.quantity());
                receipts.put(line.lineId(), new Receipt(received, sellable ? received : 0));
            });
            take(change -> change.receive(sent, receipts));
            receipts.forEach((lineId, receipt) -> lost.accept(lineId, receipt.received() - receipt.restocked()));
        });
    }

    /** Both steps, one after the other. */
    public void withdraw(Map<UUID, Integer> units) {
        Withdrawal withdrawal = Withdrawal.prepare(new Withdrawal.Content(
                UUID.randomUUID(), order.id(), order.origin().customerId(), "Ann Archer", units, commit.now()));
        take(change -> WithdrawalService.declare(change, withdrawal));
    }

    private void withAny(int which, Consumer<GoodsReturn> use) {
        if (!returns.returns().isEmpty()) {
            use.accept(returns.returns().get(which % returns.returns().size()));
        }
    }

    private void take(Consumer<ReturnsChange> change) {
        boolean _ = commit.take(
                new ChangeReturns(order.id(), Actor.customer(order.origin().customerId()), null, change));
    }
}
