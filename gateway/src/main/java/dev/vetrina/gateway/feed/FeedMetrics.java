package dev.vetrina.gateway.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What an operator wants to know of the feed's edge. */
@ApplicationScoped
class FeedMetrics {

    private static final Logger LOG = Logger.getLogger(FeedMetrics.class);

    private final Counter factsWritten;
    private final Counter pulsesSkipped;
    private final Counter viewersCut;
    private final Counter upstreamsLost;

    FeedMetrics(MeterRegistry meters) {
        factsWritten = meters.counter("vetrina.feed.facts.written");
        pulsesSkipped = meters.counter("vetrina.feed.pulses.skipped");
        viewersCut = meters.counter("vetrina.feed.viewers.cut");
        upstreamsLost = meters.counter("vetrina.feed.upstreams.lost");
    }

    void factsWritten(int viewers) {
        factsWritten.increment(viewers);
    }

    void pulsesSkipped(int viewers) {
        if (viewers > 0) {
            pulsesSkipped.increment(viewers);
        }
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
