package dev.vetrina.live.chat;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.LiveEvent.ChatAuthorRemoved;
import dev.vetrina.events.LiveEvent.ChatMessageChanged;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatRulesChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.live.moderation.Rooms;
import dev.vetrina.live.tail.TopicTail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Reads {@code live.chat} on every instance: what is shown, what counts against an author's limits, which rules changed. */
@ApplicationScoped
class ChatTail {

    private final Lanes lanes;
    private final Paces paces;
    private final Rooms rooms;
    private final KafkaConnection connection;
    private @Nullable TopicTail tail;

    ChatTail(Lanes lanes, Paces paces, Rooms rooms, KafkaConnection connection) {
        this.lanes = lanes;
        this.paces = paces;
        this.rooms = rooms;
        this.connection = connection;
    }

    void start(@Observes StartupEvent event) {
        tail = TopicTail.start(connection, Topics.LIVE_CHAT, this::pass);
    }

    void stop(@Observes ShutdownEvent event) {
        if (tail != null) {
            tail.close();
        }
    }

    private void pass(DomainEvent event) {
        switch (event) {
            case ChatRulesChanged rules -> rooms.forget(rules.sessionId());
            case ChatMessagePosted message -> {
                lanes.accept(message);
                paces.seen(message);
            }
            case ChatAuthorRemoved removed -> {
                lanes.accept(removed);
                paces.forget(removed.sessionId(), removed.authorId());
            }
            case ChatMessageChanged change -> {
                lanes.accept(change);
                if (change.message() == null) {
                    paces.forget(change.messageId());
                }
            }
            default -> {
                // Nothing that a chat is made of.
            }
        }
    }
}
