package dev.vetrina.order.waitlist;

import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.stock.Waiter;
import dev.vetrina.order.stock.WaiterStatus;
import dev.vetrina.order.stock.WaitingLines;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Ends offers that nobody took in time: their units go on to the next in the line. */
@ApplicationScoped
class OfferExpiry {

    private static final Logger LOG = Logger.getLogger(OfferExpiry.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 512;

    private final WaitingLines lines;
    private final GroupCommit groupCommit;
    private final Clock clock;

    OfferExpiry(WaitingLines lines, GroupCommit groupCommit, Clock clock) {
        this.lines = lines;
        this.groupCommit = groupCommit;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void expire() {
        for (Waiter waiter : lines.claimDue(clock.instant(), LEASE, AT_ONCE)) {
            Thread _ = Thread.startVirtualThread(() -> expireOrLater(waiter));
        }
        lines.notServedToTheEnd().forEach(line -> groupCommit.submit(new OfferMore(line.variantId(), line.dealId())));
    }

    private void expireOrLater(Waiter waiter) {
        try {
            Waiter _ = groupCommit.submit(GiveUp.of(waiter, WaiterStatus.EXPIRED));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The offer to waitlist entry %s is ended later", waiter.id());
        }
    }
}
