package dev.vetrina.order.lifecycle;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.PaymentChanged;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to pay one order: at most one of them is under way or pays it. That an attempt begins is not told to anybody;
 * every later change is, once.
 */
public final class PaymentAttempts {

    private final Order order;
    private final List<Payment> all = new ArrayList<>();

    PaymentAttempts(Order order) {
        this.order = order;
    }

    /** @throws ProblemException 409 {@code payment-in-progress} */
    Payment start(PaymentTerms terms) {
        requireNoneOpen();
        Payment payment = Payment.start(terms);
        all.add(payment);
        order.change();
        return payment;
    }

    /** @throws ProblemException 409 {@code payment-in-progress} */
    void requireNoneOpen() {
        open().ifPresent(payment -> {
            throw ProblemException.conflict("payment-in-progress", "A payment of this order is under way.")
                    .with("paymentId", payment.id())
                    .with("paymentStatus", payment.status());
        });
    }

    void restore(Payment payment) {
        all.add(payment);
    }

    public PaymentDeclined decline(UUID paymentId, String declineCode, Instant now) {
        get(paymentId).decline(declineCode);
        order.touch(now);
        return new PaymentDeclined(
                order.id(), order.version(), paymentId, order.origin().sessionId(), declineCode, now);
    }

    public Optional<OrderEvent> requireAction(UUID paymentId, NextAction action, Instant now) {
        Payment payment = get(paymentId);
        if (payment.status() == PaymentStatus.REQUIRES_ACTION && action.equals(payment.nextAction())) {
            return Optional.empty();
        }
        payment.requireAction(action);
        return Optional.of(changed(payment, now));
    }

    /** Given up at the provider: nothing (more) of it is captured. */
    public OrderEvent cancelled(UUID paymentId, Instant now) {
        Payment payment = get(paymentId);
        payment.become(payment.captured().amount() > 0 ? PaymentStatus.CAPTURED : PaymentStatus.CANCELLED);
        return changed(payment, now);
    }

    /** Nobody knows what came of a call: it is repeated later. */
    public Optional<OrderEvent> unanswered(UUID paymentId, String error, Instant now) {
        Payment payment = get(paymentId);
        order.change();
        return payment.unanswered(error, now) ? Optional.of(changed(payment, now)) : Optional.empty();
    }

    /**
     * More is captured of a payment, or less is authorised, than was known: nothing is told if that was known. What was given
     * up, for goods that the buyer does not get, and was captured all the same goes back.
     *
     * @param refundId of the refund, if there is one
     */
    public List<OrderEvent> secured(UUID paymentId, Funds funds, UUID refundId, Instant now) {
        Payment payment = get(paymentId);
        long givenUp = payment.amounts().released();
        order.change();
        List<OrderEvent> events = new ArrayList<>();
        if (payment.secured(funds)) {
            events.add(changed(payment, now));
        }
        long tooMuch = givenUp - payment.amounts().released();
        if (tooMuch > 0) {
            RefundWish wish = RefundWish.bySystem(refundId, payment.money(tooMuch), RefundReason.CANCELLED);
            events.add(order.refunds().request(payment, wish, now));
        }
        return events;
    }

    /**
     * The provider secured the money, but the order is not paid by it: what was captured goes back, the rest is to be given up
     * at the provider.
     *
     * @param refundId of the refund, if there is one
     */
    public List<OrderEvent> notWanted(UUID paymentId, Funds funds, UUID refundId, Instant now) {
        Payment payment = get(paymentId);
        boolean news = !payment.unwanted();
        payment.secured(funds);
        payment.notWanted(now);
        order.change();
        List<OrderEvent> events = new ArrayList<>();
        if (news) {
            events.add(changed(payment, now));
        }
        if (payment.refundable().amount() > 0) {
            RefundWish wish = RefundWish.bySystem(refundId, payment.refundable(), RefundReason.ORDER_NOT_KEPT);
            events.add(order.refunds().request(payment, wish, now));
        }
        return events;
    }

    /** The provider is at work: it is asked again later. */
    public void askLater(UUID paymentId, String why, Instant now) {
        get(paymentId).askLater(why, now);
        order.change();
    }

    /** Everything unfinished is asked about now, however often it was in vain. */
    public void askNow(Instant now) {
        for (Payment payment : all) {
            if (payment.status() != PaymentStatus.AUTHORISED || payment.givenUp()) {
                payment.askNow(now);
            }
            Stream.concat(payment.captures().stream(), payment.refunds().stream())
                    .filter(transfer -> transfer.status().underWay())
                    .forEach(transfer -> transfer.progress().dueAt(now));
        }
        order.change();
    }

    /** Keeps the provider's own id of a payment. Returns the payment. */
    public Payment refer(UUID paymentId, @Nullable String reference) {
        Payment payment = get(paymentId);
        if (reference != null && !reference.equals(payment.reference())) {
            payment.refer(reference);
            order.change();
        }
        return payment;
    }

    PaymentChanged changed(Payment payment, Instant now) {
        order.touch(now);
        return new PaymentChanged(
                order.id(),
                order.version(),
                payment.id(),
                order.origin().sessionId(),
                payment.status().name(),
                payment.captured(),
                now);
    }

    /** The attempt whose outcome is still to come: there is at most one. */
    public Optional<Payment> open() {
        return all.stream().filter(payment -> payment.status().open()).findFirst();
    }

    /** The attempt that was started last. */
    Optional<Payment> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The attempt that pays the order. */
    public Optional<Payment> paying() {
        return all.stream()
                .filter(payment -> payment.status().secured() && !payment.unwanted())
                .findFirst();
    }

    /** The attempt that paid the order, also if its money has gone since. */
    Optional<Payment> paid() {
        return paying().or(() -> all.stream().filter(Payment::lapsed).findFirst());
    }

    /** Whether the provider let money go that was reserved for the order and is still to be captured. */
    public boolean lapsed() {
        return all.stream().anyMatch(Payment::lapsed);
    }

    /** Whether another attempt is under way or pays the order. */
    public boolean anotherThan(UUID paymentId) {
        return all.stream()
                .anyMatch(payment -> payment.effective() && !payment.id().equals(paymentId));
    }

    public Optional<Payment> ofRequest(String requestId) {
        return all.stream()
                .filter(payment -> payment.terms().requestId().equals(requestId))
                .findFirst();
    }

    /** @throws ProblemException 404 */
    public Payment get(UUID paymentId) {
        return all.stream()
                .filter(payment -> payment.id().equals(paymentId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("payment", paymentId));
    }

    public List<Payment> all() {
        return List.copyOf(all);
    }
}
