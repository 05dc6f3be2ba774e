package dev.vetrina.order.cancellation;

import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.fulfilment.ChangeParts;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.OverdueParts;
import dev.vetrina.order.fulfilment.OverdueParts.Edition;
import dev.vetrina.order.fulfilment.OverdueParts.Late;
import dev.vetrina.order.fulfilment.OverdueParts.Overdue;
import dev.vetrina.order.fulfilment.PartsChange;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.payment.Refunds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Cancels what a brand did not confirm, or did not ship, in time: the buyer gets the money back without asking. No provider is
 * waited for: the next order's turn comes however slow it is.
 */
@ApplicationScoped
class LateBrands {

    private static final Logger LOG = Logger.getLogger(LateBrands.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;

    private final OverdueParts overdueParts;
    private final BrandDeadlines deadlines;
    private final GroupCommit groupCommit;
    private final Refunds refunds;
    private final Clock clock;

    LateBrands(
            OverdueParts overdueParts,
            BrandDeadlines deadlines,
            GroupCommit groupCommit,
            Refunds refunds,
            Clock clock) {
        this.overdueParts = overdueParts;
        this.deadlines = deadlines;
        this.groupCommit = groupCommit;
        this.refunds = refunds;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void cancelOverdue() {
        Instant now = clock.instant();
        List<Late> late = deadlines.at(now);
        if (!late.isEmpty()) {
            overdueParts.claim(late, now, LEASE, AT_ONCE).forEach(overdue -> cancelOrLater(overdue, late));
        }
    }

    void cancelOrLater(Overdue overdue, List<Late> late) {
        try {
            if (groupCommit.submit(unlessActed(overdue, late))) {
                refunds.begin(overdue.orderId());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Fulfilment %s is cancelled later", overdue.fulfilmentId());
        }
    }

    /** Tells whether there was something left to cancel: between the claim and the lock its brand may have acted. */
    static Draft<Boolean> unlessActed(Overdue overdue, List<Late> late) {
        return new ChangeParts<>(overdue.orderId(), Actor.SYSTEM, change -> {
            Fulfilment part = change.parts().get(overdue.fulfilmentId());
            return late.stream().anyMatch(each -> concerns(each, change.order()) && each.still(part))
                    && cancel(change, part);
        });
    }

    private static boolean concerns(Late late, Order order) {
        return late.terms()
                .equals(new Edition(order.origin().market(), order.terms().version()));
    }

    private static boolean cancel(PartsChange change, Fulfilment part) {
        if (part.open().isEmpty()) {
            return false;
        }
        change.cancel(
                part,
                part.open(),
                part.status() == FulfilmentStatus.AWAITING_CONFIRMATION
                        ? CancelReason.NOT_CONFIRMED_IN_TIME
                        : CancelReason.NOT_SHIPPED_IN_TIME,
                null);
        return true;
    }
}
