package dev.vetrina.order.payment;

import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.HoldClock;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends holds. A payment under way is cancelled at the provider first, and the stock is released on its final word: it may be
 * that it was captured after all. A provider that stays silent is waited for {@link #SILENCE}, and no longer. Every hold has a
 * thread of its own, so that those which only need the database do not wait for a slow provider.
 */
@ApplicationScoped
class HoldExpiry {

    private static final Logger LOG = Logger.getLogger(HoldExpiry.class);
    private static final Duration SILENCE = Duration.ofMinutes(15);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 512;

    private final Orders orders;
    private final PaymentService payments;
    private final GroupCommit groupCommit;
    private final HoldClock holdClock;
    private final Clock clock;
    private final Counter releasedUnheard;

    HoldExpiry(
            Orders orders,
            PaymentService payments,
            GroupCommit groupCommit,
            HoldClock holdClock,
            Clock clock,
            MeterRegistry metrics) {
        this.orders = orders;
        this.payments = payments;
        this.groupCommit = groupCommit;
        this.holdClock = holdClock;
        this.clock = clock;
        this.releasedUnheard = metrics.counter("vetrina.holds.released.unheard");
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void expire() {
        for (Order order : orders.claimDue(clock.instant(), LEASE, AT_ONCE)) {
            Thread _ = Thread.startVirtualThread(() -> expireOrLater(order));
        }
    }

    private void expireOrLater(Order order) {
        try {
            expire(order);
        } catch (RuntimeException e) {
            LOG.warnf(e, "The hold of order %s is ended later", order.id());
        }
    }

    private void expire(Order order) {
        Instant end = holdClock.endOf(order);
        if (order.openPayment().isPresent() && clock.instant().isBefore(end)) {
            // It may go on as long as the hold does, which a pause has prolonged. Without one the draft finds out by
            // itself.
            return;
        }
        Optional<Payment> open = order.openPayment().map(payments::cancel);
        boolean silent = open.filter(payment -> payment.status().open()).isPresent();
        if (silent && clock.instant().isBefore(end.plus(SILENCE))) {
            return;
        }
        if (groupCommit.submit(new ExpireOrder(order.id(), silent)) && silent) {
            releasedUnheard.increment();
            LOG.errorf("Order %s was released although its provider never answered", order.id());
        }
    }
}
