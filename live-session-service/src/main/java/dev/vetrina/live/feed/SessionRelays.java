package dev.vetrina.live.feed;

import dev.vetrina.live.timeline.Fact;
import dev.vetrina.live.timeline.Timeline;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The sessions of which this instance has streams. */
@ApplicationScoped
class SessionRelays {

    private final Map<UUID, SessionRelay> relays = new ConcurrentHashMap<>();
    private final Timeline timeline;
    private final ChannelFacts facts;
    private final FeedConfig config;
    private volatile boolean stopping;

    SessionRelays(Timeline timeline, ChannelFacts facts, FeedConfig config) {
        this.timeline = timeline;
        this.facts = facts;
        this.config = config;
    }

    void join(UUID sessionId, FeedStream stream, OptionalLong after) {
        relays.compute(sessionId, (id, known) -> {
            SessionRelay relay = known == null ? new SessionRelay(id, latest(id), timeline, facts) : known;
            relay.join(stream, after, config.replayLimit());
            return relay;
        });
        // A fact that was recorded before the relay could be found is not waited for.
        with(sessionId, relay -> relay.catchUp(latest(sessionId)));
        if (stopping) {
            with(sessionId, SessionRelay::end);
        }
    }

    /** Streams never end by themselves, and the shutdown waits for whatever is open. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        forEach((id, relay) -> relay.end());
    }

    void leave(UUID sessionId, FeedStream stream) {
        relays.computeIfPresent(sessionId, (id, relay) -> {
            relay.leave(stream);
            return relay.isEmpty() ? null : relay;
        });
    }

    void accept(UUID sessionId, Fact fact) {
        with(sessionId, relay -> relay.accept(fact));
    }

    Collection<UUID> sessionIds() {
        return List.copyOf(relays.keySet());
    }

    void forEach(BiConsumer<UUID, SessionRelay> action) {
        relays.forEach(action);
    }

    private void with(UUID sessionId, Consumer<SessionRelay> action) {
        SessionRelay relay = relays.get(sessionId);
        if (relay != null) {
            action.accept(relay);
        }
    }

    private long latest(UUID sessionId) {
        return Objects.requireNonNullElse(timeline.latest(List.of(sessionId)).get(sessionId), 0L);
    }
}
