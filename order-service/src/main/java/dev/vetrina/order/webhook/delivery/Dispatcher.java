package dev.vetrina.order.webhook.delivery;

import dev.vetrina.order.webhook.destination.WebhookSettings;
import dev.vetrina.order.webhook.message.WebhookSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Claims lanes on which something is due and lets each run on a virtual thread of its own. Endpoints that fail have room of their own,
 * beside that of the others: however many hang, they keep nobody waiting but each other. Any number of instances may run.
 */
@ApplicationScoped
class Dispatcher implements Runnable {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final LaneRun laneRun;
    private final WebhookSignal signal;
    private final Duration poll;
    private final Semaphore healthy;
    private final Semaphore failing;
    private volatile boolean running = true;
    private volatile @Nullable Thread thread;

    Dispatcher(Lanes lanes, LaneRun laneRun, WebhookSignal signal, WebhookSettings settings) {
        this.lanes = lanes;
        this.laneRun = laneRun;
        this.signal = signal;
        this.poll = settings.poll();
        this.healthy = new Semaphore(settings.healthyAtOnce());
        this.failing = new Semaphore(settings.failingAtOnce());
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("webhook-dispatcher").start(this);
    }

    /** What is under way ends by itself, or is sent again when its lease is over. */
    void stop() throws InterruptedException {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
            started.join(Duration.ofSeconds(5));
        }
    }

    @Override
    public void run() {
        while (running) {
            try {
                claim(false, healthy);
                claim(true, failing);
                signal.await(poll);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // Whatever it is, messages wait and the next look starts afresh: the thread must not end.
                LOG.warnf("Webhooks wait: %s", e.getMessage());
                pause();
            }
        }
    }

    private void claim(boolean ofFailing, Semaphore room) {
        int free = room.availablePermits();
        if (free == 0) {
            return;
        }
        for (Lane lane : lanes.claim(ofFailing, free)) {
            room.acquireUninterruptibly();
            Thread _ = Thread.ofVirtual().name("webhook-lane").start(() -> run(lane, room));
        }
    }

    private void run(Lane lane, Semaphore room) {
        try {
            laneRun.run(lane);
            lanes.release(lane);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Webhooks to endpoint %s wait until the lease is over", lane.endpointId());
        } finally {
            room.release();
            // What came just before the lane was given back has given its word already.
            signal.raise();
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
