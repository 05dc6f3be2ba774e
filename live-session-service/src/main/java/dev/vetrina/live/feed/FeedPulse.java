package dev.vetrina.live.feed;

import dev.vetrina.live.presence.Presence;
import dev.vetrina.live.statistics.Purchases;
import dev.vetrina.live.ticker.Ticker;
import dev.vetrina.live.timeline.Timeline;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Four times a second: one look at the database for all sessions with streams. It finds the figures of the pulse, and facts
 * that Kafka has not brought, so that the feed goes on while Kafka is away.
 */
@ApplicationScoped
class FeedPulse {

    private static final Duration PULSE = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final SessionRelays relays;
    private final Timeline timeline;
    private final Presence presence;
    private final Purchases purchases;
    private final List<Ticker> tickers = new ArrayList<>();

    FeedPulse(SessionRelays relays, Timeline timeline, Presence presence, Purchases purchases) {
        this.relays = relays;
        this.timeline = timeline;
        this.presence = presence;
        this.purchases = purchases;
    }

    void start(@Observes StartupEvent event) {
        tickers.add(Ticker.start("feed-pulse", PULSE, this::pulse));
        tickers.add(Ticker.start("feed-heartbeat", HEARTBEAT, () -> relays.forEach((id, relay) -> relay.beat())));
    }

    void stop(@Observes ShutdownEvent event) {
        tickers.forEach(Ticker::close);
    }

    private void pulse() {
        Collection<UUID> sessionIds = relays.sessionIds();
        if (sessionIds.isEmpty()) {
            return;
        }
        Map<UUID, Long> latest = timeline.latest(sessionIds);
        Map<UUID, Integer> viewers = presence.viewersNow(sessionIds);
        Map<UUID, Long> paid = purchases.paidOrders(sessionIds);
        relays.forEach((id, relay) -> {
            if (latest.containsKey(id)) {
                relay.catchUp(latest.get(id));
                relay.pulse(new Pulse(viewers.getOrDefault(id, 0), paid.getOrDefault(id, 0L)));
            }
        });
    }
}
