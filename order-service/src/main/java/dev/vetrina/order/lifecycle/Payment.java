package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to pay an order, with what was captured and refunded of it. Changed through its order only. */
public final class Payment {

    /** After so long without an answer, whoever asked the provider is gone. */
    private static final Duration PROVIDER_PATIENCE = Duration.ofSeconds(30);
    /** So long before the authorisation ends, whatever is not captured yet is. */
    private static final Duration CAPTURED_BEFORE_END = Duration.ofHours(12);

    private final PaymentTerms terms;
    private final List<Capture> captures = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final PaymentAmounts amounts;
    private final Progress progress;
    private final boolean fresh;
    private PaymentState state;

    private Payment(PaymentTerms terms, PaymentState state, PaymentAmounts amounts, Progress progress, boolean fresh) {
        this.terms = terms;
        this.state = state;
        this.amounts = amounts;
        this.progress = progress;
        this.fresh = fresh;
    }

    /** As it was stored. */
    static Payment restored(PaymentTerms terms, PaymentState state, PaymentAmounts amounts, Progress progress) {
        return new Payment(terms, state, amounts, progress, false);
    }

    static Payment start(PaymentTerms terms) {
        return new Payment(
                terms,
                PaymentState.started(),
                PaymentAmounts.of(terms.amount().amount()),
                Progress.due(terms.createdAt().plus(PROVIDER_PATIENCE)),
                true);
    }

    /** @throws IllegalStateException if its state has no such follower */
    void require(PaymentStatus next) {
        if (!status().canBecome(next)) {
            throw new IllegalStateException("payment " + id() + " cannot go from " + status() + " to " + next);
        }
    }

    /** It ended without taking money, or goes on without the buyer. */
    void become(PaymentStatus next) {
        require(next);
        state = state.with(next);
        progress.done();
    }

    void requireAction(NextAction action) {
        become(PaymentStatus.REQUIRES_ACTION);
        state = state.waitingFor(action);
    }

    void decline(String code) {
        become(PaymentStatus.DECLINED);
        state = state.declined(code);
    }

    /** Returns whether that is news. */
    boolean secured(Funds funds) {
        if (status() == PaymentStatus.CAPTURED && funds.status() == PaymentStatus.AUTHORISED) {
            // An older answer that came late.
            return false;
        }
        boolean news = status() != funds.status();
        if (news) {
            become(funds.status());
        }
        state = state.authorisedUntil(funds.authorisedUntil());
        Instant end = funds.authorisedUntil();
        if (end == null) {
            progress.done();
        } else if (!unwanted() && !givenUp()) {
            progress.dueAt(end.minus(CAPTURED_BEFORE_END));
        }
        return amounts.captured(funds.captured()) || news;
    }

    /** Returns whether that is news: its state was known before. */
    boolean unanswered(String error, Instant now) {
        progress.later(error, now);
        boolean news = status().open() && status() != PaymentStatus.UNKNOWN;
        if (news) {
            state = state.with(PaymentStatus.UNKNOWN);
        }
        return news;
    }

    /** The order is not paid by it: what is secured goes back. */
    void notWanted(Instant now) {
        state = state.notWanted();
        if (status() == PaymentStatus.AUTHORISED) {
            progress.dueAt(now);
        }
    }

    /** What nobody wants of it is let go at the provider at once. */
    void endIfGivenUp(Instant now) {
        if (givenUp()) {
            progress.dueAt(now);
        }
    }

    /** The provider is asked now, however often it was in vain. */
    void askNow(Instant now) {
        if (progress.checkAt() != null) {
            progress.dueAt(now);
        }
    }

    void askLater(String error, Instant now) {
        progress.later(error, now);
    }

    void refer(@Nullable String reference) {
        state = state.referredTo(reference);
    }

    /** Minor units of which no capture was asked for yet. */
    long uncaptured() {
        long planned = captures.stream()
                .filter(capture -> capture.status() != TransferStatus.FAILED)
                .mapToLong(capture -> capture.amount().amount())
                .sum();
        return terms.amount().amount() - amounts.released() - Math.max(planned, amounts.captured());
    }

    /** Whether it pays the order, or still may: there is at most one such attempt. */
    boolean effective() {
        return !unwanted() && (status().open() || status().secured());
    }

    /** Whether it was started and is not stored yet. */
    boolean fresh() {
        return fresh;
    }

    List<Capture> captures() {
        return captures;
    }

    List<Refund> refunds() {
        return refunds;
    }

    PaymentAmounts amounts() {
        return amounts;
    }

    Progress progress() {
        return progress;
    }

    PaymentState state() {
        return state;
    }

    public PaymentTerms terms() {
        return terms;
    }

    public UUID id() {
        return terms.id();
    }

    public UUID orderId() {
        return terms.orderId();
    }

    public PaymentStatus status() {
        return state.status();
    }

    /** The provider's own id of it, if known. */
    public @Nullable String reference() {
        return state.reference();
    }

    public @Nullable String declineCode() {
        return state.declineCode();
    }

    public @Nullable NextAction nextAction() {
        return state.action();
    }

    /** Whether the order is not paid by it although the provider secured the money. */
    public boolean unwanted() {
        return state.unwanted();
    }

    /** Whether nothing (more) of it is to be captured, and what is left of the reservation can go. */
    public boolean givenUp() {
        return status() == PaymentStatus.AUTHORISED
                && (unwanted() || uncaptured() <= 0)
                && captures.stream().noneMatch(capture -> capture.status().underWay());
    }

    /** Whether it paid the order, and the provider let reserved money go that is still to be captured. */
    public boolean lapsed() {
        boolean ended = status() == PaymentStatus.CAPTURED
                || (status() == PaymentStatus.CANCELLED && authorisedUntil() != null);
        return ended
                && !unwanted()
                && !terms.captureAtOnce()
                && amounts.captured() + amounts.released() < terms.amount().amount();
    }

    public Money captured() {
        return money(amounts.captured());
    }

    public Money refunded() {
        return money(amounts.refunded());
    }

    /** What can still be refunded: captured, and neither refunded nor on its way back. */
    public Money refundable() {
        return money(amounts.refundable());
    }

    public @Nullable Instant authorisedUntil() {
        return state.authorisedUntil();
    }

    Money money(long minorUnits) {
        return new Money(minorUnits, terms.amount().currency());
    }
}
