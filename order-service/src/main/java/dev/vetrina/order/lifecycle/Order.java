package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order with its payment attempts. Every method either changes the state and returns the event that says so, or throws
 * and changes nothing. Written only by the group commit, under the order's row lock.
 */
public final class Order {

    private final UUID id;
    private final OrderOrigin origin;
    private final OrderTerms terms;
    private final Instant placedAt;
    private final List<BrandPart> parts;
    private final PaymentAttempts attempts = new PaymentAttempts(this);
    private final OrderCaptures captures = new OrderCaptures(this);
    private final OrderRefunds refunds = new OrderRefunds(this);
    private final @Nullable ShippingAddress address;
    private List<OrderLine> lines;
    private OrderStatus status;
    private long version;
    private Instant changedAt;
    private @Nullable String reason;
    private final boolean fresh;
    private boolean changed;

    Order(
            UUID id,
            OrderOrigin origin,
            OrderTerms terms,
            List<OrderLine> lines,
            List<BrandPart> parts,
            @Nullable ShippingAddress address,
            OrderStatus status,
            long version,
            Instant placedAt,
            Instant changedAt,
            @Nullable String reason,
            boolean fresh) {
        this.id = id;
        this.origin = origin;
        this.terms = terms;
        this.lines = List.copyOf(lines);
        this.parts = List.copyOf(parts);
        this.address = address;
        this.status = status;
        this.version = version;
        this.placedAt = placedAt;
        this.changedAt = changedAt;
        this.reason = reason;
        this.fresh = fresh;
    }

    /** An order that is priced; its stock is to be held in the same transaction. */
    public static Order place(
            UUID id,
            OrderOrigin origin,
            OrderTerms terms,
            List<OrderLine> lines,
            List<BrandPart> parts,
            ShippingAddress address,
            Instant now) {
        return new Order(
                id, origin, terms, lines, parts, address, OrderStatus.PENDING_PAYMENT, 0, now, now, null, true);
    }

    /** Records from which pool each line was taken. */
    public void allocate(List<OrderLine> taken) {
        lines = List.copyOf(taken);
    }

    public OrderEvent.OrderPlaced placed() {
        return new OrderEvent.OrderPlaced(
                id,
                version,
                origin.customerId(),
                origin.market(),
                origin.sessionId(),
                origin.creatorId(),
                lines.stream().map(OrderLine::fact).toList(),
                parts.stream().map(BrandPart::fact).toList(),
                total(),
                placedAt,
                reservedUntil());
    }

    /**
     * @param provider the one that is asked
     * @throws ProblemException 409 if it cannot be paid any more, or an attempt is under way
     */
    public Payment startPayment(UUID paymentId, String requestId, String provider, String methodToken, Instant now) {
        return startPayment(paymentId, requestId, provider, methodToken, reservedUntil(), now);
    }

    /** @param heldUntil the end of the hold where a pause of the show has moved it */
    public Payment startPayment(
            UUID paymentId, String requestId, String provider, String methodToken, Instant heldUntil, Instant now) {
        if (status != OrderStatus.PENDING_PAYMENT) {
            throw ProblemException.conflict("order-not-payable", "The order is " + status + ".")
                    .with("orderStatus", status);
        }
        if (!now.isBefore(heldUntil.minus(terms.paymentClosesBefore()))) {
            throw ProblemException.conflict(
                    "payment-window-closed",
                    "The reservation ends at " + heldUntil + "; payment closes "
                            + terms.paymentClosesBefore().toSeconds() + " s before.");
        }
        boolean captureAtOnce = terms.capture() == OrderTerms.Capture.AT_CONFIRMATION;
        return attempts.start(
                new PaymentTerms(paymentId, id, requestId, provider, methodToken, total(), captureAtOnce, now));
    }

    /** The provider secured the payment and the order is kept: the stock must be sold in the same transaction. */
    public OrderEvent.OrderPaid pay(UUID paymentId, Funds funds, Instant now) {
        Payment payment = payment(paymentId);
        payment.require(funds.status());
        become(OrderStatus.PAID, null, now);
        payment.secured(funds);
        return new OrderEvent.OrderPaid(
                id,
                version,
                paymentId,
                origin.customerId(),
                origin.market(),
                origin.sessionId(),
                lines.stream().map(OrderLine::fact).toList(),
                parts.stream().map(BrandPart::fact).toList(),
                total(),
                now);
    }

    /**
     * Gives it up before it is paid.
     *
     * @throws ProblemException 409 if it is paid, or a payment is under way
     */
    public OrderEvent.OrderCancelled cancel(CancelReason why, @Nullable String note, Instant now) {
        attempts.requireNoneOpen();
        if (status != OrderStatus.PENDING_PAYMENT) {
            throw ProblemException.conflict("order-not-cancellable", "The order is " + status + ".")
                    .with("orderStatus", status);
        }
        return cancelled(false, why, note, now);
    }

    /** Every part of it was cancelled after it was paid. */
    public OrderEvent.OrderCancelled cancelPaid(CancelReason why, @Nullable String note, Instant now) {
        return cancelled(true, why, note, now);
    }

    private OrderEvent.OrderCancelled cancelled(boolean paid, CancelReason why, @Nullable String note, Instant now) {
        become(OrderStatus.CANCELLED, note == null ? why.name() : note, now);
        return new OrderEvent.OrderCancelled(id, version, origin.sessionId(), paid, why.name(), now);
    }

    /** Every part of it is delivered or cancelled. */
    public OrderEvent.OrderCompleted complete(Instant now) {
        become(OrderStatus.COMPLETED, null, now);
        return new OrderEvent.OrderCompleted(id, version, origin.sessionId(), now);
    }

    /**
     * Something of its own happened that has rows of its own, such as a shipment. It is told in the order's sequence.
     *
     * @param event of the order's new version
     */
    public <E extends OrderEvent> E next(Instant now, LongFunction<E> event) {
        touch(now);
        return event.apply(version);
    }

    public OrderEvent.OrderExpired expire(Instant now) {
        become(OrderStatus.EXPIRED, null, now);
        return new OrderEvent.OrderExpired(id, version, origin.sessionId(), now);
    }

    public boolean due(Instant now) {
        return status == OrderStatus.PENDING_PAYMENT && !now.isBefore(reservedUntil());
    }

    private void become(OrderStatus next, @Nullable String why, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("order " + id + " cannot go from " + status + " to " + next);
        }
        status = next;
        reason = why;
        touch(now);
    }

    void touch(Instant now) {
        version++;
        changedAt = now;
        change();
    }

    /** Something that belongs to it is to be written. */
    void change() {
        changed = true;
    }

    void restore(Payment payment) {
        attempts.restore(payment);
    }

    /** How it is paid. */
    public PaymentAttempts attempts() {
        return attempts;
    }

    /** What is taken of the authorised money. */
    public OrderCaptures captures() {
        return captures;
    }

    /** What goes back to the buyer. */
    public OrderRefunds refunds() {
        return refunds;
    }

    /** The attempt whose outcome is still to come: there is at most one. */
    public Optional<Payment> openPayment() {
        return attempts.open();
    }

    /** @throws ProblemException 404 */
    public Payment payment(UUID paymentId) {
        return attempts.get(paymentId);
    }

    /** What the buyer pays: the sum of the lines and of the parts' shipping. */
    public Money total() {
        return Stream.concat(
                        lines.stream().map(OrderLine::total), parts.stream().map(BrandPart::total))
                .reduce(Money.zero(origin.currency()), Money::plus);
    }

    public Set<UUID> variantIds() {
        return lines.stream().map(OrderLine::variantId).collect(Collectors.toSet());
    }

    public UUID id() {
        return id;
    }

    public OrderOrigin origin() {
        return origin;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public List<Payment> payments() {
        return attempts.all();
    }

    public OrderStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public Instant placedAt() {
        return placedAt;
    }

    /** The end of the hold. A show that pauses meanwhile prolongs it: see {@code HoldClock}. */
    public Instant reservedUntil() {
        return placedAt.plus(terms.hold());
    }

    Instant paymentClosesAt() {
        return reservedUntil().minus(terms.paymentClosesBefore());
    }

    public OrderTerms terms() {
        return terms;
    }

    public List<BrandPart> parts() {
        return parts;
    }

    public @Nullable ShippingAddress address() {
        return address;
    }

    /** Whether it is not stored yet. */
    boolean fresh() {
        return fresh;
    }

    /** Whether it was changed since it was placed or read. */
    boolean changed() {
        return changed;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
