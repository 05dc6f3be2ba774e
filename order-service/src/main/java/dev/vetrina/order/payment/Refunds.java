package dev.vetrina.order.payment;

import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.DueWork;
import dev.vetrina.order.lifecycle.DueWork.Due;
import dev.vetrina.order.lifecycle.DueWork.Kind;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Refund;
import dev.vetrina.order.lifecycle.RefundWish;
import dev.vetrina.order.lifecycle.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Sends money back. A refund is recorded first, by {@link #request} or inside somebody else's draft by
 * {@code order.refunds().request(…)} or {@code giveBack(…)}, and executed after the commit: at once by {@link #execute}, and
 * by the janitor if that is not done.
 */
@ApplicationScoped
public class Refunds {

    private static final Logger LOG = Logger.getLogger(Refunds.class);
    private static final int BEGUN_AT_ONCE = 100;

    private final GroupCommit groupCommit;
    private final Orders orders;
    private final DueWork dueWork;
    private final ProviderCalls calls;
    private final Semaphore free = new Semaphore(BEGUN_AT_ONCE);

    Refunds(GroupCommit groupCommit, Orders orders, DueWork dueWork, ProviderCalls calls) {
        this.groupCommit = groupCommit;
        this.orders = orders;
        this.dueWork = dueWork;
        this.calls = calls;
    }

    /**
     * Asks for money back and executes it.
     *
     * @return the refund as far as it came: what is under way is finished by itself
     * @throws dev.vetrina.kit.problem.ProblemException 409 {@code refund-exceeds-captured}
     */
    public Refund request(UUID orderId, RefundWish wish, Actor by) {
        UUID refundId = groupCommit.submit(new ChangeOrder<>(orderId, (order, batch) -> {
            order.refunds().request(wish, batch.now()).ifPresent(event -> Timeline.tell(batch, event, by));
            return order.refunds().of(wish).id();
        }));
        execute(orderId);
        return orders.get(orderId).refunds().get(refundId);
    }

    /** Executes the refunds of an order that are due, unless somebody else does. Never throws: the janitor repeats it. */
    public void execute(UUID orderId) {
        for (Due due : dueWork.claimOf(orderId, Kind.REFUND)) {
            try {
                execute(due);
            } catch (RuntimeException e) {
                LOG.warnf(e, "Refund %s is executed later", due.id());
            }
        }
    }

    /**
     * The same in a thread of its own, for whoever has other orders to see to: a slow provider holds up nobody else. While too
     * many wait for it, the janitor executes them.
     */
    public void begin(UUID orderId) {
        if (free.tryAcquire()) {
            Thread _ = Thread.startVirtualThread(() -> {
                try {
                    execute(orderId);
                } finally {
                    free.release();
                }
            });
        }
    }

    void execute(Due due) {
        Order order = orders.get(due.orderId());
        Refund refund = order.refunds().get(due.id());
        if (refund.status().underWay()) {
            var answer = calls.refund(order.payment(refund.terms().paymentId()), refund);
            Refund _ = groupCommit.submit(new SettleRefund(order.id(), refund.id(), answer));
        }
    }
}
