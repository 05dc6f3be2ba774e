package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.order.commit.GroupCommit;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Opens and closes deals when their time has come, and ends those of which a sales stop leaves nothing to buy, on whichever
 * instance gets them first.
 */
@ApplicationScoped
class DealClock {

    private static final Logger LOG = Logger.getLogger(DealClock.class);
    /** Short, as a deal that was opened may be due to close soon after. */
    private static final Duration LEASE = Duration.ofSeconds(2);

    private static final int AT_ONCE = 256;

    private final Deals deals;
    private final DealSessions sessions;
    private final GroupCommit groupCommit;
    private final Clock clock;

    DealClock(Deals deals, DealSessions sessions, GroupCommit groupCommit, Clock clock) {
        this.deals = deals;
        this.sessions = sessions;
        this.groupCommit = groupCommit;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        for (Deal deal : deals.claimDue(clock.instant(), groupCommit.longestWait(), LEASE, AT_ONCE)) {
            Thread _ = Thread.startVirtualThread(() -> moveOrLater(deal));
        }
    }

    private void moveOrLater(Deal deal) {
        try {
            if (groupCommit.submit(new StopDeal(deal))) {
                return;
            }
            move(deal.id(), new DealStep.Open());
            move(deal.id(), new DealStep.TimeOver(groupCommit.longestWait()));
            // Its show's end closed it, unless it was armed in that very moment.
            if (!sessions.find(deal.sessionId()).filter(DealSession::running).isPresent()) {
                move(deal.id(), new DealStep.Close(DealEnd.SESSION_ENDED));
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Deal %s is opened or closed later", deal.id());
        }
    }

    private void move(UUID dealId, DealStep step) {
        Boolean _ = groupCommit.submit(new ChangeDeal(dealId, step));
    }
}
