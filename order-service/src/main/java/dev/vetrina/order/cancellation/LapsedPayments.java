package dev.vetrina.order.cancellation;

import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.fulfilment.ChangeParts;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.PartsChange;
import dev.vetrina.order.fulfilment.UnpaidParts;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.payment.Refunds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Cancels what is not shipped of orders whose reserved money the provider let go, by itself or as the authorisation ended: goods
 * that nobody pays do not leave. What is shipped stays, and so does what was captured for it. No provider is waited for.
 */
@ApplicationScoped
class LapsedPayments {

    private static final Logger LOG = Logger.getLogger(LapsedPayments.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;

    private final UnpaidParts unpaidParts;
    private final GroupCommit groupCommit;
    private final Refunds refunds;
    private final Clock clock;

    LapsedPayments(UnpaidParts unpaidParts, GroupCommit groupCommit, Refunds refunds, Clock clock) {
        this.unpaidParts = unpaidParts;
        this.groupCommit = groupCommit;
        this.refunds = refunds;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void cancelUnpaid() {
        unpaidParts.claimOrders(clock.instant(), LEASE, AT_ONCE).forEach(this::cancelOrLater);
    }

    void cancelOrLater(UUID orderId) {
        try {
            if (groupCommit.submit(unlessPaid(orderId))) {
                LOG.warnf("The payment of order %s lapsed: what was not shipped is cancelled", orderId);
                refunds.begin(orderId);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Order %s, whose payment lapsed, is cancelled later", orderId);
        }
    }

    /** Tells whether there was something left to cancel. */
    static Draft<Boolean> unlessPaid(UUID orderId) {
        return new ChangeParts<>(
                orderId, Actor.SYSTEM, change -> change.order().attempts().lapsed() && cancelOpen(change));
    }

    private static boolean cancelOpen(PartsChange change) {
        List<Fulfilment> open = change.parts().all().stream()
                .filter(part -> !part.open().isEmpty())
                .toList();
        open.forEach(part -> change.cancel(part, part.open(), CancelReason.PAYMENT_LAPSED, null));
        return !open.isEmpty();
    }
}
