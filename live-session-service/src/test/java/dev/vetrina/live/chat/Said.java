package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatHold;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatRole;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages as Kafka brings them. */
final class Said {

    static final UUID SESSION = Ids.next();
    static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

    private Said() {}

    static ChatMessagePosted message(String customerId, String text) {
        return at(NOW, customerId, text);
    }

    static ChatMessagePosted at(Instant postedAt, String customerId, String text) {
        return in(SESSION, postedAt, customerId, text, ChatState.VISIBLE, null);
    }

    static ChatMessagePosted held(String customerId, String text) {
        return in(SESSION, NOW, customerId, text, ChatState.HELD, ChatHold.LINK);
    }

    static ChatMessagePosted approved(ChatMessagePosted held) {
        return new ChatMessagePosted(
                held.sessionId(),
                held.sequence(),
                held.messageId(),
                held.customerId(),
                held.authorId(),
                held.authorName(),
                held.role(),
                held.text(),
                ChatState.VISIBLE,
                held.heldFor(),
                held.postedAt());
    }

    static ChatMessagePosted in(
            UUID sessionId,
            Instant postedAt,
            String customerId,
            String text,
            ChatState state,
            @Nullable ChatHold heldFor) {
        return new ChatMessagePosted(
                sessionId,
                postedAt.toEpochMilli(),
                Ids.next(),
                customerId,
                "author-of-" + customerId,
                "Viewer 1",
                ChatRole.VIEWER,
                text,
                state,
                heldFor,
                postedAt);
    }
}
