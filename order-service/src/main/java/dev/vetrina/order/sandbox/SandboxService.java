package dev.vetrina.order.sandbox;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.cancellation.CancellationService;
import dev.vetrina.order.fulfilment.FulfilmentService;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.order.lifecycle.Refund;
import dev.vetrina.order.lifecycle.RefundReason;
import dev.vetrina.order.lifecycle.RefundWish;
import dev.vetrina.order.payment.PaymentService;
import dev.vetrina.order.payment.Refunds;
import dev.vetrina.order.payment.TestHolds;
import dev.vetrina.order.payment.simulated.SimulatedBank;
import jakarta.enterprise.context.ApplicationScoped;

/** What a buyer, a bank, a carrier or time would do to a test order. */
@ApplicationScoped
class SandboxService {

    private final PaymentService payments;
    private final SimulatedBank bank;
    private final TestHolds holds;
    private final CancellationService cancellations;
    private final FulfilmentService fulfilments;
    private final Refunds refunds;

    SandboxService(
            PaymentService payments,
            SimulatedBank bank,
            TestHolds holds,
            CancellationService cancellations,
            FulfilmentService fulfilments,
            Refunds refunds) {
        this.payments = payments;
        this.bank = bank;
        this.holds = holds;
        this.cancellations = cancellations;
        this.fulfilments = fulfilments;
        this.refunds = refunds;
    }

    Payment pay(Order order, SandboxPaymentRequest.Outcome outcome, String requestId) {
        return payments.pay(order, requestId, outcome.token());
    }

    /** @throws ProblemException 409 unless a payment waits for it */
    void answerChallenge(Order order, boolean passed) {
        Payment waiting = order.openPayment()
                .filter(payment -> payment.status() == PaymentStatus.REQUIRES_ACTION)
                .orElseThrow(() -> ProblemException.conflict("no-challenge", "No payment waits for the buyer."));
        bank.answer(waiting.id(), passed);
        Payment _ = payments.refresh(waiting);
    }

    void expire(Order order) {
        holds.end(order);
    }

    void requestCancellation(Order order) {
        cancellations.cancelOrder(
                order.id(), CancelReason.CHANGED_MIND, CancelReason.CHANGED_MIND.name(), SandboxOrders.buyer(order));
    }

    void deliver(Order order, Actor by) {
        order.parts().forEach(part -> fulfilments.deliver(order.id(), part.fulfilmentId(), by));
    }

    Refund refund(Order order, SandboxRefundRequest request, String requestId, Actor by) {
        if (request.amount().amount() <= 0) {
            throw ProblemException.invalid("amount.amount", "must be more than 0");
        }
        RefundWish wish = new RefundWish(
                Ids.next(),
                requestId,
                request.amount(),
                RefundReason.GOODWILL,
                null,
                order.origin().customerId());
        return refunds.request(order.id(), wish, by);
    }
}
