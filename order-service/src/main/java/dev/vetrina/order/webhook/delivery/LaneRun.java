package dev.vetrina.order.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Sends what is due on a lane, one after the other: the next only when it is written what came of the one before. */
@ApplicationScoped
class LaneRun {

    /** Then somebody else gets a turn, where more have something to send than there is room for. */
    private static final int TURN = 200;

    private static final Duration LONGEST_TURN = Duration.ofSeconds(5);

    /** Lanes are hundreds, a body may have 20 kB, and the process little memory. */
    private static final int READ_AT_ONCE = 5;

    /** What is older is read anew: it may be disabled, moved or signed with another secret by now. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final DueDeliveries deliveries;
    private final WebhookClient client;
    private final Outcomes outcomes;
    private final GivingUp givingUp;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final BackOff backOff =
            new BackOff(() -> ThreadLocalRandom.current().nextDouble());

    LaneRun(
            Lanes lanes,
            DueDeliveries deliveries,
            WebhookClient client,
            Outcomes outcomes,
            GivingUp givingUp,
            DeliveryMetrics metrics,
            Clock clock) {
        this.lanes = lanes;
        this.deliveries = deliveries;
        this.client = client;
        this.outcomes = outcomes;
        this.givingUp = givingUp;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Until nothing is due, the turn is over, or the lane is somebody else's. */
    void run(Lane claimed) {
        Instant end = clock.instant().plus(LONGEST_TURN);
        Optional<Lane> lane = Optional.of(claimed);
        for (int sent = 0; sent < TURN && clock.instant().isBefore(end); ) {
            // Of an endpoint that fails one at a time is read: while it hangs, what was read grows old.
            List<DueDelivery> due = deliveries.next(claimed, claimed.failing() ? 1 : READ_AT_ONCE);
            if (due.isEmpty()) {
                return;
            }
            Instant old = clock.instant().plus(FRESH);
            for (DueDelivery delivery : due) {
                if (clock.instant().isAfter(old)) {
                    break;
                }
                lane = lane.flatMap(lanes::keep);
                if (lane.isEmpty() || !deliver(delivery)) {
                    return;
                }
                sent++;
            }
        }
    }

    /** Returns whether it was taken. If not, the lane is given back: it is claimed as a failing endpoint's from then on. */
    private boolean deliver(DueDelivery delivery) {
        // As exact as the database keeps it, for it is compared with what the database says.
        Instant attemptedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Answer answer = client.send(delivery);
        Outcome outcome = Outcome.of(delivery, attemptedAt, answer, backOff, clock.instant());
        outcomes.write(outcome);
        metrics.count(outcome);
        givingUp.decide(outcome);
        return answer.taken();
    }
}
