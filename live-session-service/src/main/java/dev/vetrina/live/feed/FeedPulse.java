package dev.vetrina.live.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.vetrina.kit.problem.Outages;
import dev.vetrina.kit.time.Ticker;
import dev.vetrina.live.pulse.Gauge;
import dev.vetrina.live.pulse.Happenings;
import dev.vetrina.live.timeline.Timeline;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Four times a second: one look at the database for all sessions with streams, and one frame of bustle for each. The look finds
 * figures, and facts that Kafka has not brought, so that the feed goes on while Kafka is away. The frame is of what is in memory,
 * so that the chat goes on while the database is away.
 */
@ApplicationScoped
class FeedPulse {

    private static final Logger LOG = Logger.getLogger(FeedPulse.class);
    private static final Duration PULSE = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final SessionRelays relays;
    private final Timeline timeline;
    private final List<Gauge> gauges;
    private final List<Happenings> happenings;
    private final ObjectMapper json;
    private final List<Ticker> tickers = new ArrayList<>();

    FeedPulse(
            SessionRelays relays,
            Timeline timeline,
            @All List<Gauge> gauges,
            @All List<Happenings> happenings,
            ObjectMapper json) {
        this.relays = relays;
        this.timeline = timeline;
        this.gauges = gauges;
        this.happenings = happenings;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        tickers.add(Ticker.start("feed-look", PULSE, this::look));
        tickers.add(Ticker.start("feed-pulse", PULSE, () -> relays.forEach(this::pulse)));
        tickers.add(Ticker.start("feed-heartbeat", HEARTBEAT, () -> relays.forEach((id, relay) -> relay.beat())));
    }

    void stop(@Observes ShutdownEvent event) {
        tickers.forEach(Ticker::close);
    }

    private void look() {
        Collection<UUID> sessionIds = relays.sessionIds();
        if (sessionIds.isEmpty()) {
            return;
        }
        Map<UUID, Long> latest = timeline.latest(sessionIds);
        relays.forEach((id, relay) -> {
            if (latest.containsKey(id)) {
                relay.catchUp(latest.get(id));
            }
        });
        gauges.forEach(gauge -> read(gauge, sessionIds));
    }

    private void read(Gauge gauge, Collection<UUID> sessionIds) {
        try {
            Map<UUID, ?> values = gauge.read(sessionIds);
            relays.forEach((id, relay) -> {
                if (values.containsKey(id)) {
                    relay.gauges(Map.of(gauge.name(), json.<JsonNode>valueToTree(values.get(id))));
                }
            });
        } catch (RuntimeException e) {
            LOG.logf(Outages.causedBy(e) ? Logger.Level.DEBUG : Logger.Level.ERROR, e, "%s is not read", gauge.name());
        }
    }

    private void pulse(UUID sessionId, SessionRelay relay) {
        Map<String, ArrayNode> told = new TreeMap<>();
        for (Happenings source : happenings) {
            List<?> items = source.take(sessionId);
            if (!items.isEmpty()) {
                told.put(source.name(), json.valueToTree(items));
            }
        }
        relay.pulse(told);
    }
}
