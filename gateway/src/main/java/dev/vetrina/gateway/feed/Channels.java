package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.presence.Presence;
import dev.vetrina.kit.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The channels that have viewers here. */
@Singleton
class Channels {

    /** What every channel works with. */
    record Equipment(Vertx vertx, LiveService live, Presence presence, FeedSettings settings, FeedMetrics metrics) {}

    private final ConcurrentHashMap<ChannelKey, Channel> channels = new ConcurrentHashMap<>();
    /** Also those who wait to be seated: each has a connection. */
    private final AtomicInteger connected = new AtomicInteger();

    private final Equipment equipment;
    private volatile boolean stopping;

    Channels(
            Vertx vertx,
            LiveService live,
            Presence presence,
            FeedSettings settings,
            FeedMetrics metrics,
            MeterRegistry meters) {
        this.equipment = new Equipment(vertx, live, presence, settings, metrics);
        meters.gauge("vetrina.feed.channels", channels, ConcurrentHashMap::size);
        meters.gauge("vetrina.feed.viewers", channels, Channels::viewersOf);
    }

    /** Takes in a viewer who has just come, or refuses it. */
    void arrive(Viewer viewer) {
        boolean full = connected.incrementAndGet() > equipment.settings().maxViewers();
        viewer.onEnd(connected::decrementAndGet);
        if (full) {
            refuse(viewer);
        } else {
            enter(viewer);
        }
    }

    /** Seats the viewer in its channel, or refuses it. */
    void enter(Viewer viewer) {
        ChannelKey key = viewer.request().channel();
        boolean noRoom = channels.size() >= equipment.settings().maxChannels() && !channels.containsKey(key);
        if (noRoom || stopping) {
            refuse(viewer);
            return;
        }
        Channel channel = channels.computeIfAbsent(key, this::open);
        viewer.onLeave(() -> channel.depart(viewer));
        channel.enter(viewer);
    }

    private static void refuse(Viewer viewer) {
        viewer.refuse(ProblemException.unavailable(
                "feed-full", "This gateway can take no more viewers.", Duration.ofSeconds(5)));
    }

    private Channel open(ChannelKey key) {
        // Contexts are given out to the event loops in turn, and so are the channels.
        return new Channel(key, ((VertxInternal) equipment.vertx()).createEventLoopContext(), this, equipment);
    }

    void forget(ChannelKey key, Channel channel) {
        channels.remove(key, channel);
    }

    private static int viewersOf(ConcurrentHashMap<ChannelKey, Channel> channels) {
        return channels.values().stream().mapToInt(Channel::viewers).sum();
    }

    /** Feeds never end by themselves, and the shutdown waits for whatever is open. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        channels.values().forEach(Channel::shutDown);
    }
}
