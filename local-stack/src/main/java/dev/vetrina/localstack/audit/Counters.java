package dev.vetrina.localstack.audit;

/** Units of a variant, in one pool or in all. */
public record Counters(long available, long held, long sold) {

    static final Counters ZERO = new Counters(0, 0, 0);

    Counters plus(Counters other) {
        return new Counters(available + other.available, held + other.held, sold + other.sold);
    }

    long sum() {
        return available + held + sold;
    }
}
