package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.OrderRefunded;
import dev.vetrina.events.OrderEvent.RefundFailed;
import dev.vetrina.events.OrderEvent.RefundRequested;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The refunds of one order: together never more than was captured, counting those that are still under way. */
public final class OrderRefunds {

    private final Order order;

    OrderRefunds(Order order) {
        this.order = order;
    }

    /**
     * Asks for money back from the payment that pays the order. The refund is executed after the commit.
     *
     * @return the event; empty if the wish is known already
     * @throws ProblemException 409 {@code refund-exceeds-captured}
     */
    public Optional<OrderEvent> request(RefundWish wish, Instant now) {
        if (find(wish).isPresent()) {
            return Optional.empty();
        }
        Money refundable = order.attempts()
                .paying()
                .map(Payment::refundable)
                .orElse(Money.zero(order.origin().currency()));
        if (!refundable.currency().equals(wish.amount().currency())) {
            throw ProblemException.invalid("amount.currency", "must be " + refundable.currency());
        }
        if (wish.amount().amount() > refundable.amount()) {
            throw ProblemException.conflict(
                            "refund-exceeds-captured",
                            "Only what is captured, and neither refunded nor on its way back, can be refunded.")
                    .with("requestedAmount", wish.amount())
                    .with("refundableAmount", refundable);
        }
        return Optional.of(request(order.attempts().paying().orElseThrow(), wish, now));
    }

    /** What can still be given back: captured and not on its way back, or not captured yet. */
    public Money left() {
        return order.attempts()
                .paid()
                .map(payment -> payment.money(payment.refundable().amount() + payment.uncaptured()))
                .orElse(Money.zero(order.origin().currency()));
    }

    /**
     * Gives a part of the price up, for goods that the buyer does not get: what is not captured yet never will be, and the
     * rest is refunded.
     *
     * @return the events to publish
     * @throws ProblemException 409 {@code refund-exceeds-captured} if it is more than both together
     */
    public List<OrderEvent> giveBack(RefundWish wish, Instant now) {
        Optional<Payment> paid = order.attempts().paid();
        if (paid.isEmpty() || find(wish).isPresent()) {
            return List.of();
        }
        Payment payment = paid.get();
        long release = Math.min(payment.uncaptured(), wish.amount().amount());
        RefundWish rest = wish.of(payment.money(wish.amount().amount() - release));
        List<OrderEvent> events = new ArrayList<>();
        if (rest.amount().amount() > 0) {
            request(rest, now).ifPresent(events::add);
        }
        if (release > 0) {
            payment.amounts().release(release);
            order.change();
            payment.endIfGivenUp(now);
        }
        return events;
    }

    RefundRequested request(Payment payment, RefundWish wish, Instant now) {
        payment.amounts().refund(wish.amount().amount());
        Refund refund = Refund.request(new RefundTerms(
                wish.id(),
                payment.id(),
                order.id(),
                wish.requestId(),
                wish.amount(),
                wish.reason(),
                wish.note(),
                wish.requestedBy(),
                now));
        payment.refunds().add(refund);
        order.touch(now);
        return new RefundRequested(
                order.id(),
                order.version(),
                refund.id(),
                payment.id(),
                order.origin().sessionId(),
                refund.amount(),
                wish.reason().name(),
                now);
    }

    /** @return the event, or empty if that was known */
    public Optional<OrderEvent> succeeded(UUID refundId, @Nullable String reference, Instant now) {
        Refund refund = get(refundId);
        boolean underWay = refund.status().underWay();
        refund.refer(reference);
        order.change();
        if (!underWay) {
            return Optional.empty();
        }
        refund.become(TransferStatus.SUCCEEDED, null, now);
        Payment payment = order.attempts().get(refund.terms().paymentId());
        payment.amounts().refundSucceeded(refund.amount().amount());
        return Optional.of(told(
                () -> new OrderRefunded(
                        order.id(),
                        order.version(),
                        refundId,
                        payment.id(),
                        order.origin().sessionId(),
                        refund.amount(),
                        payment.refunded(),
                        refund.terms().reason().name(),
                        now),
                now));
    }

    /** @return the event, or empty if that was known */
    public Optional<OrderEvent> failed(UUID refundId, String code, Instant now) {
        Refund refund = get(refundId);
        boolean underWay = refund.status().underWay();
        if (!refund.become(TransferStatus.FAILED, code, now)) {
            return Optional.empty();
        }
        Payment payment = order.attempts().get(refund.terms().paymentId());
        if (underWay) {
            payment.amounts().refundFailed(refund.amount().amount());
        } else {
            payment.amounts().refundReturned(refund.amount().amount());
        }
        return Optional.of(told(
                () -> new RefundFailed(
                        order.id(),
                        order.version(),
                        refundId,
                        payment.id(),
                        order.origin().sessionId(),
                        refund.amount(),
                        code,
                        now),
                now));
    }

    /** The provider did not tell, or is still at work: it is asked again later. */
    public void unanswered(UUID refundId, String error, Instant now) {
        Refund refund = get(refundId);
        if (refund.status().underWay()) {
            refund.become(TransferStatus.UNKNOWN, error, now);
            order.change();
        }
    }

    /** What failed and was not asked for again is asked for again, as refunds of their own: a provider's no stays a no. */
    public List<OrderEvent> retryFailed(Supplier<UUID> ids, Instant now) {
        List<OrderEvent> events = new ArrayList<>();
        for (Refund failed : all()) {
            Payment payment = order.attempts().get(failed.terms().paymentId());
            boolean wanted = failed.status() == TransferStatus.FAILED && failed.retriedAs() == null;
            if (wanted && failed.amount().amount() <= payment.refundable().amount()) {
                UUID id = ids.get();
                RefundTerms terms = failed.terms();
                events.add(request(
                        payment,
                        new RefundWish(id, null, terms.amount(), terms.reason(), terms.note(), terms.requestedBy()),
                        now));
                failed.retriedAs(id);
            }
        }
        return events;
    }

    private OrderEvent told(Supplier<OrderEvent> event, Instant now) {
        order.touch(now);
        return event.get();
    }

    private Optional<Refund> find(RefundWish wish) {
        return all().stream()
                .filter(refund -> refund.id().equals(wish.id())
                        || (wish.requestId() != null
                                && wish.requestId().equals(refund.terms().requestId())))
                .findFirst();
    }

    /** @throws java.util.NoSuchElementException if nobody asked for it */
    public Refund of(RefundWish wish) {
        return find(wish).orElseThrow();
    }

    /** @throws ProblemException 404 */
    public Refund get(UUID refundId) {
        return find(refundId).orElseThrow(() -> ProblemException.notFound("refund", refundId));
    }

    public Optional<Refund> find(UUID refundId) {
        return all().stream().filter(refund -> refund.id().equals(refundId)).findFirst();
    }

    /** Oldest first. */
    public List<Refund> all() {
        return order.attempts().all().stream()
                .flatMap(payment -> payment.refunds().stream())
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }
}
