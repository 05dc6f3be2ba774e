package dev.vetrina.order.payment;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.Payment;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends holds of test orders as {@link HoldExpiry} would, without waiting for their time. */
@ApplicationScoped
public class TestHolds {

    private final PaymentService payments;
    private final GroupCommit groupCommit;

    TestHolds(PaymentService payments, GroupCommit groupCommit) {
        this.payments = payments;
        this.groupCommit = groupCommit;
    }

    /**
     * Harmless when it has expired already.
     *
     * @throws ProblemException 409 for an order that does not wait for its payment
     */
    public void end(Order order) {
        order.openPayment().ifPresent(payment -> {
            Payment _ = payments.cancel(payment);
        });
        boolean expired = groupCommit.submit(new ExpireOrder(order.id(), false, true));
        if (!expired && order.status() != OrderStatus.EXPIRED) {
            throw ProblemException.conflict("order-not-pending", "The order does not wait for its payment.")
                    .with("orderStatus", order.status());
        }
    }
}
