package dev.vetrina.gateway.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** What an operator wants to know of the feed's edge. */
@Singleton
class FeedMetrics {

    private static final Logger LOG = Logger.getLogger(FeedMetrics.class);

    private final Counter factsWritten;
    private final Counter pulsesSkipped;
    private final Counter pulsesJoined;
    private final Timer pulseTelling;
    private final LongAdder pendingBytes = new LongAdder();
    private final Counter viewersCut;
    private final Counter upstreamsLost;

    FeedMetrics(MeterRegistry meters) {
        factsWritten = meters.counter("vetrina.feed.facts.written");
        pulsesSkipped = meters.counter("vetrina.feed.pulses.skipped");
        pulsesJoined = meters.counter("vetrina.feed.pulses.joined");
        pulseTelling = meters.timer("vetrina.feed.pulse.telling");
        meters.gauge("vetrina.feed.pending-bytes", pendingBytes, LongAdder::sum);
        viewersCut = meters.counter("vetrina.feed.viewers.cut");
        upstreamsLost = meters.counter("vetrina.feed.upstreams.lost");
    }

    void factsWritten(int viewers) {
        factsWritten.increment(viewers);
    }

    /**
     * A pulse was told.
     *
     * @param skipped how many viewers did without, as their connection had enough to do
     */
    void pulseTold(long tookMillis, int skipped) {
        pulseTelling.record(Duration.ofMillis(tookMillis));
        pulsesSkipped.increment(skipped);
    }

    /** A pulse was joined with one that waited. */
    void pulseJoined() {
        pulsesJoined.increment();
    }

    /** Bytes that wait for readers, as of the last heartbeat. */
    void pendingBytes(long change) {
        pendingBytes.add(change);
    }

    /** A reader could not keep up with facts. */
    void viewerCut() {
        viewersCut.increment();
    }

    void upstreamLost(ChannelKey channel, Throwable reason) {
        upstreamsLost.increment();
        LOG.warnf("The feed of %s in %s lost its upstream: %s", channel.sessionId(), channel.market(), reason);
    }
}
