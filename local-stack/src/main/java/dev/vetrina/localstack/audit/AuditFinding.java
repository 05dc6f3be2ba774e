package dev.vetrina.localstack.audit;

/**
 * Something that the records do not agree on, or that must never be.
 *
 * @param where the order, payment or counter, such as {@code order 0197…}
 */
public record AuditFinding(Kind kind, String where, String expected, String found) {

    /** What a finding means to those who sell and buy. */
    public enum Harm {
        OVERSOLD,
        LOST,
        DOUBLE_CHARGED,
        /** An order is there twice, or a fact was told twice. */
        DUPLICATED,
        /** The records contradict each other. */
        CONTRADICTION
    }

    /** What was found. */
    public enum Kind {
        /** More is held and sold than was ever put on sale. */
        OVERSOLD(Harm.OVERSOLD),
        NEGATIVE_COUNTER(Harm.OVERSOLD),
        COUNTERS_DIFFER_FROM_MOVEMENTS(Harm.CONTRADICTION),
        SOLD_DIFFERS_FROM_ORDERS(Harm.CONTRADICTION),
        HELD_DIFFERS_FROM_ORDERS(Harm.CONTRADICTION),
        /** A client was told 201, and there is no such order. */
        ACCEPTED_ORDER_MISSING(Harm.LOST),
        /** A client was told that it is paid, and it is not. */
        PAID_ORDER_UNPAID(Harm.LOST),
        PLACED_EVENT_MISSING(Harm.LOST),
        PAID_WITHOUT_CHARGE(Harm.LOST),
        /** The money was taken, and the order is neither paid nor refunded. */
        CHARGED_FOR_NOTHING(Harm.LOST),
        /** The provider took more in one attempt than the order costs, or took it more than once. */
        CAPTURED_TWICE(Harm.DOUBLE_CHARGED),
        /** Two attempts of one order keep its money. */
        TWO_ATTEMPTS_CAPTURED(Harm.DOUBLE_CHARGED),
        /** The order believes that more or less was taken or given back than the provider's record says. */
        PAYMENT_DIFFERS_FROM_CHARGE(Harm.CONTRADICTION),
        KEY_MADE_TWO_ORDERS(Harm.DUPLICATED),
        EVENT_TWICE(Harm.DUPLICATED),
        EVENTS_OUT_OF_ORDER(Harm.CONTRADICTION),
        GAP_IN_EVENTS(Harm.LOST),
        EVENT_OF_NO_ORDER(Harm.CONTRADICTION),
        LAST_EVENT_DIFFERS(Harm.CONTRADICTION),
        STOCK_EVENT_DIFFERS(Harm.CONTRADICTION);

        private final Harm harm;

        Kind(Harm harm) {
            this.harm = harm;
        }

        public Harm harm() {
            return harm;
        }
    }

    @Override
    public String toString() {
        return kind + " at " + where + ": expected " + expected + ", found " + found;
    }
}
