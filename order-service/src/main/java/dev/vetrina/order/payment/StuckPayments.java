package dev.vetrina.order.payment;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tries the unfinished work of an order's payments again at once, as an operator wants it. */
@ApplicationScoped
public class StuckPayments {

    private final GroupCommit groupCommit;
    private final Orders orders;
    private final PaymentJanitor janitor;

    StuckPayments(GroupCommit groupCommit, Orders orders, PaymentJanitor janitor) {
        this.groupCommit = groupCommit;
        this.orders = orders;
        this.janitor = janitor;
    }

    /** @throws dev.vetrina.kit.problem.ProblemException 404 */
    public void retry(UUID orderId, Actor by) {
        groupCommit.submit(new ChangeOrder<>(orderId, (order, batch) -> askNow(order, batch, by)));
        orders.expireNow(orderId);
        janitor.finish(orderId);
    }

    private static UUID askNow(Order order, Batch batch, Actor by) {
        order.attempts().askNow(batch.now());
        order.captures().retryFailed(Ids::next, batch.now());
        order.refunds().retryFailed(Ids::next, batch.now()).forEach(event -> Timeline.tell(batch, event, by));
        return order.id();
    }
}
