package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets a system come to rest before it is audited, and looks again at what is found: a hold may end between the reading of one
 * record and of the next.
 *
 * @param progress is told what is waited for
 * @param nanos the time, from any beginning
 */
record PatientAudit(
        Supplier<UnderWay> underWay,
        Supplier<SalesAudit> reading,
        Consumer<String> progress,
        LongSupplier nanos,
        Consumer<Duration> pause) {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    /** What stays as it is for so long, with nothing under way that could change it, is there for good. */
    static final Duration LASTING = Duration.ofSeconds(15);

    /**
     * Takes no longer than {@code limit} and one reading.
     *
     * @throws StackFailure if the system does not come to rest
     */
    SalesAudit within(Duration limit) {
        long deadline = nanos.getAsLong() + limit.toNanos();
        awaitRest(deadline);
        SalesAudit audit = reading.get();
        return audit.holds() ? audit : lasting(audit, deadline);
    }

    private void awaitRest(long deadline) {
        long told = nanos.getAsLong() - BETWEEN_WORDS.toNanos();
        for (UnderWay left = underWay.get(); left.total() > 0; left = underWay.get()) {
            long now = nanos.getAsLong();
            if (now > deadline) {
                throw new StackFailure(
                        "order-service does not come to rest, its log may tell why. Still on their way: " + left + ".");
            }
            if (now - told >= BETWEEN_WORDS.toNanos()) {
                progress.accept("  Waiting for what is on its way, at most " + seconds(deadline - now) + " s: " + left);
                told = now;
            }
            pause.accept(POLL);
        }
    }

    private SalesAudit lasting(SalesAudit first, long deadline) {
        progress.accept(
                "  Looking again at " + first.findings().size() + " findings until they are gone or have stayed for "
                        + LASTING.toSeconds() + " s, at most " + seconds(deadline - nanos.getAsLong()) + " s");
        SalesAudit audit = first;
        long since = nanos.getAsLong();
        while (!audit.holds() && nanos.getAsLong() < Math.min(deadline, since + LASTING.toNanos())) {
            pause.accept(BETWEEN_READINGS);
            boolean atRest = underWay.get().total() == 0;
            SalesAudit next = reading.get();
            if (!atRest || !Set.copyOf(next.findings()).equals(Set.copyOf(audit.findings()))) {
                since = nanos.getAsLong();
            }
            audit = next;
        }
        return audit;
    }

    private static long seconds(long nanos) {
        return Math.max(0, Duration.ofNanos(nanos).toSeconds());
    }
}
