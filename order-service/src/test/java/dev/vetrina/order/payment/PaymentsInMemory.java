package dev.vetrina.order.payment;

import static java.util.Objects.requireNonNull;

import dev.vetrina.events.Money;
import dev.vetrina.order.commit.CommitInMemory;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Capture;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.Refund;
import dev.vetrina.order.lifecycle.RefundReason;
import dev.vetrina.order.lifecycle.RefundWish;
import dev.vetrina.order.lifecycle.Timeline;
import dev.vetrina.order.lifecycle.TransferStatus;
import dev.vetrina.order.payment.ChargeInMemory.Outcome;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The payments of orders in memory, and a provider that keeps its own record of them. What it says is settled at once, later, or more
 * than once.
 */
public final class PaymentsInMemory {

    /** Most payments go well. */
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.APPROVE,
            Outcome.APPROVE,
            Outcome.APPROVE,
            Outcome.DECLINE,
            Outcome.CHALLENGE,
            Outcome.PENDING,
            Outcome.APPROVE_UNHEARD,
            Outcome.UNHEARD);

    private final CommitInMemory commit;
    private final Captures captures;
    private final Map<UUID, ChargeInMemory> charges = new HashMap<>();
    private final Map<UUID, RefundAnswer> refunds = new HashMap<>();
    private final List<Draft<?>> said = new ArrayList<>();

    public PaymentsInMemory(CommitInMemory commit, boolean multicapture) {
        this.commit = commit;
        this.captures = captures(multicapture);
    }

    /** To request captures inside of drafts, nothing but the providers is asked. */
    @SuppressWarnings("NullAway")
    private static Captures captures(boolean multicapture) {
        ProviderDouble provider = new ProviderDouble(() -> ProviderReply.of(new ProviderAnswer.Pending())) {
            @Override
            public Capabilities capabilities() {
                return new Capabilities(multicapture, true, Duration.ofDays(7));
            }
        };
        return new Captures(null, null, null, new PaymentProviders(List.of(provider), () -> "simulated"), null);
    }

    public Captures captures() {
        return captures;
    }

    public void start(Order order) {
        UUID id = UUID.randomUUID();
        Payment payment =
                commit.take(new StartPayment(order.id(), id, id.toString(), "simulated", "tok", order.reservedUntil()));
        charges.put(id, new ChargeInMemory(payment, commit.now().plus(Duration.ofDays(7))));
    }

    /** @param outcome one of what a provider may say, counted around */
    public void ask(Payment payment, int outcome, boolean late) {
        say(payment, charge(payment).ask(outcome(outcome)), late);
    }

    /** Because we ask for it or by itself, and then it may also be what pays an order. */
    public void cancel(Payment payment, boolean late) {
        say(payment, charge(payment).cancel(), late);
    }

    private void say(Payment payment, ProviderAnswer answer, boolean late) {
        say(new SettlePayment(payment.orderId(), payment.id(), ProviderReply.of(answer)), late);
    }

    public void capture(Order order, Capture capture, int outcome, boolean late) {
        if (capture.status().underWay()) {
            ProviderAnswer answer = charge(order.payment(capture.paymentId())).capture(capture, outcome(outcome));
            say(new SettleCapture(order.id(), capture.id(), ProviderReply.of(answer)), late);
        }
    }

    /** A provider decides once; a bank may send the money back after that. */
    public void refund(Order order, Refund refund, int outcome, boolean late) {
        RefundAnswer failed = new RefundAnswer.Failed("account_closed");
        RefundAnswer answer;
        if (refund.status() == TransferStatus.SUCCEEDED && outcome(outcome) == Outcome.DECLINE) {
            refunds.put(refund.id(), failed);
            answer = failed;
        } else {
            RefundAnswer decided = refunds.computeIfAbsent(
                    refund.id(), _ -> outcome(outcome) == Outcome.DECLINE ? failed : new RefundAnswer.Succeeded("ref"));
            answer = switch (outcome(outcome)) {
                case APPROVE_UNHEARD, UNHEARD -> new RefundAnswer.NoAnswer("time-out");
                case PENDING -> new RefundAnswer.Pending("ref");
                case APPROVE, DECLINE, CHALLENGE -> decided;
            };
        }
        say(new SettleRefund(order.id(), refund.id(), answer), late);
    }

    private void say(Draft<?> settlement, boolean late) {
        said.add(settlement);
        if (!late) {
            Object _ = commit.take(settlement);
        }
    }

    /** Something that the provider has said, settled before or not. */
    public void deliver(int which) {
        if (!said.isEmpty()) {
            Object _ = commit.take(said.get(which % said.size()));
        }
    }

    public void expire(Order order, boolean evenIfPaymentOpen) {
        boolean _ = commit.take(new ExpireOrder(order.id(), evenIfPaymentOpen));
    }

    /** Out of goodwill: nothing was cancelled or sent back. */
    public void giveAway(Order order, Money amount) {
        RefundWish wish = RefundWish.bySystem(UUID.randomUUID(), amount, RefundReason.OTHER);
        Object _ = commit.take(new ChangeOrder<>(order.id(), (changed, batch) -> {
            changed.refunds().request(wish, batch.now()).ifPresent(event -> Timeline.tell(batch, event, Actor.SYSTEM));
            return changed.id();
        }));
    }

    /** What failed is asked for again, as an operator may want it. */
    public void retry(Order order) {
        Object _ = commit.take(new ChangeOrder<>(order.id(), (changed, batch) -> {
            changed.refunds()
                    .retryFailed(UUID::randomUUID, batch.now())
                    .forEach(event -> Timeline.tell(batch, event, Actor.SYSTEM));
            changed.captures().retryFailed(UUID::randomUUID, batch.now());
            return changed.id();
        }));
    }

    /** The authorisation ends soon. */
    public void captureRest(Order order) {
        Object _ = commit.take(new ChangeOrder<>(
                order.id(), (changed, batch) -> changed.captures().requestRest(UUID.randomUUID(), batch.now())));
    }

    private ChargeInMemory charge(Payment payment) {
        return requireNonNull(charges.get(payment.id()), "a payment that was started");
    }

    private static Outcome outcome(int number) {
        return OUTCOMES.get(number % OUTCOMES.size());
    }
}
