package dev.vetrina.order.payment;

import dev.vetrina.order.lifecycle.Capture;
import dev.vetrina.order.lifecycle.MoneyEquations;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What a provider knows of one payment. Whatever is asked twice has one effect. */
final class ChargeInMemory {

    private enum State {
        UNDECIDED,
        APPROVED,
        DECLINED,
        CANCELLED,
        /** Nothing more can be taken of it. */
        CLOSED
    }

    /** What a provider may say. */
    enum Outcome {
        APPROVE,
        DECLINE,
        CHALLENGE,
        PENDING,
        /** It is approved, and nobody hears of it. */
        APPROVE_UNHEARD,
        UNHEARD
    }

    private final Payment payment;
    private final long amount;
    private final boolean atOnce;
    private final Instant until;
    private final Set<UUID> captures = new HashSet<>();
    private State state = State.UNDECIDED;
    private long captured;

    ChargeInMemory(Payment payment, Instant until) {
        this.payment = payment;
        this.amount = payment.terms().amount().amount();
        this.atOnce = payment.terms().captureAtOnce();
        this.until = until;
    }

    /** A bank that has refused may approve after all; whatever else is decided stays so. */
    ProviderAnswer ask(Outcome outcome) {
        if (state == State.UNDECIDED || state == State.DECLINED) {
            switch (outcome) {
                case APPROVE, APPROVE_UNHEARD -> approve();
                case DECLINE -> state = State.DECLINED;
                case CHALLENGE, PENDING, UNHEARD -> {}
            }
        }
        return switch (outcome) {
            case UNHEARD, APPROVE_UNHEARD -> new ProviderAnswer.NoAnswer("time-out");
            case APPROVE, DECLINE, PENDING -> answer();
            case CHALLENGE ->
                state == State.UNDECIDED ? new ProviderAnswer.ActionRequired("https://bank", null) : answer();
        };
    }

    private void approve() {
        state = atOnce ? State.CLOSED : State.APPROVED;
        captured = atOnce ? amount : 0;
    }

    ProviderAnswer cancel() {
        state = switch (state) {
            case UNDECIDED, DECLINED, CANCELLED -> State.CANCELLED;
            case APPROVED -> captured > 0 ? State.CLOSED : State.CANCELLED;
            case CLOSED -> State.CLOSED;
        };
        return answer();
    }

    ProviderAnswer capture(Capture capture, Outcome outcome) {
        boolean known = captures.contains(capture.id());
        if (!known && outcome == Outcome.DECLINE) {
            return new ProviderAnswer.Declined("refused");
        }
        if (!known && outcome == Outcome.UNHEARD) {
            return new ProviderAnswer.NoAnswer("time-out");
        }
        if (!known && state == State.APPROVED) {
            captures.add(capture.id());
            captured += capture.amount().amount();
            state = capture.last() ? State.CLOSED : State.APPROVED;
            if (capture.last()) {
                MoneyEquations.leavesNothing(payment, captured);
            }
        }
        return outcome == Outcome.APPROVE_UNHEARD ? new ProviderAnswer.NoAnswer("time-out") : answer();
    }

    private ProviderAnswer answer() {
        return switch (state) {
            case UNDECIDED -> new ProviderAnswer.Pending();
            case APPROVED -> new ProviderAnswer.Authorised(captured, until);
            case DECLINED -> new ProviderAnswer.Declined("card_declined");
            case CANCELLED -> new ProviderAnswer.Cancelled();
            case CLOSED -> new ProviderAnswer.Captured(captured);
        };
    }
}
