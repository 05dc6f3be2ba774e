package dev.vetrina.live.feed;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.LiveEvent.FactRecorded;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.live.tail.TopicTail;
import dev.vetrina.live.timeline.Fact;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code live.feed} on every instance. It only makes facts arrive soon; the timeline says which there are, so what is missed
 * here is made up for by {@link FeedPulse}.
 */
@ApplicationScoped
class FeedTail {

    private final SessionRelays relays;
    private final KafkaConnection connection;
    private @Nullable TopicTail tail;

    FeedTail(SessionRelays relays, KafkaConnection connection) {
        this.relays = relays;
        this.connection = connection;
    }

    void start(@Observes StartupEvent event) {
        tail = TopicTail.start(connection, Topics.LIVE_FEED, this::pass);
    }

    void stop(@Observes ShutdownEvent event) {
        if (tail != null) {
            tail.close();
        }
    }

    private void pass(DomainEvent event) {
        if (event instanceof FactRecorded fact) {
            relays.accept(fact.sessionId(), new Fact(fact.sequence(), fact.kind(), fact.occurredAt(), fact.data()));
        }
    }
}
