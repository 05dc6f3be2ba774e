package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatHold;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatRole;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.chat.PostKeys.Claim;
import dev.vetrina.live.moderation.Room;
import dev.vetrina.live.moderation.Rooms;
import dev.vetrina.live.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what somebody writes. In no transaction: none is open while Kafka is waited for. */
@ApplicationScoped
class PostService {

    private static final int MAX_CODE_POINTS = 300;

    private final ChatDoor door;
    private final Rooms rooms;
    private final Paces paces;
    private final Turns turns;
    private final PostKeys keys;
    private final Messages messages;
    private final ChatTopic topic;
    private final Clock clock;

    PostService(
            ChatDoor door,
            Rooms rooms,
            Paces paces,
            Turns turns,
            PostKeys keys,
            Messages messages,
            ChatTopic topic,
            Clock clock) {
        this.door = door;
        this.rooms = rooms;
        this.paces = paces;
        this.turns = turns;
        this.keys = keys;
        this.messages = messages;
        this.topic = topic;
        this.clock = clock;
    }

    /** @param headers what the answer says besides: the allowance that is left, or that it is a repetition */
    record Posted(ChatMessagePosted message, Map<String, String> headers) {}

    Posted post(UUID sessionId, @Nullable String key, String raw) {
        String text = requireText(raw);
        Author author = door.enter(sessionId);
        if (key == null) {
            return postAs(Ids.next(), sessionId, author, text);
        }
        Claim claim = keys.claim(author.customerId(), sessionId, key, text);
        Optional<ChatMessagePosted> before = messages.find(sessionId, claim.messageId());
        if (before.isEmpty() && messages.erased(claim.messageId())) {
            throw ProblemException.conflict(
                    "message-erased", "The message of this Idempotency-Key was erased, and is not posted again.");
        }
        if (before.isEmpty()) {
            return postAs(claim.messageId(), sessionId, author, text);
        }
        if (!claim.sameText()) {
            throw ProblemException.of(
                    422,
                    "idempotency-key-reused",
                    "The Idempotency-Key was used with another body",
                    "Take a fresh key for every new message.");
        }
        return new Posted(before.get(), Map.of("Idempotent-Replayed", "true"));
    }

    private Posted postAs(UUID id, UUID sessionId, Author author, String text) {
        Allowance allowance = paces.take(author.customerId());
        Room room = rooms.room(sessionId);
        boolean viewer = !author.part().ofTeam();
        Optional<ChatHold> hold = viewer ? room.judge(text) : Optional.empty();
        boolean slow = viewer && room.slowModeSeconds() > 0;
        if (viewer) {
            paces.requireNews(author.customerId(), sessionId, text);
        }
        Optional<Instant> turn = slow
                ? Optional.of(turns.take(sessionId, author.customerId(), room.slowModeSeconds()))
                : Optional.empty();
        ChatMessagePosted message = message(id, sessionId, author, text, hold);
        send(message, turn);
        return new Posted(message, allowance.headers());
    }

    private void send(ChatMessagePosted message, Optional<Instant> turn) {
        paces.sending(message.messageId());
        try {
            topic.send(message);
        } catch (ProblemException away) {
            turn.ifPresent(takenAt -> turns.giveBack(message.sessionId(), message.customerId(), takenAt));
            throw away;
        }
        paces.sent(message);
    }

    private ChatMessagePosted message(UUID id, UUID sessionId, Author author, String text, Optional<ChatHold> hold) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ChatMessagePosted(
                sessionId,
                now.toEpochMilli(),
                id,
                author.customerId(),
                author.authorId(),
                author.name(),
                ChatRole.valueOf(author.part().name()),
                text,
                hold.isPresent() ? ChatState.HELD : ChatState.VISIBLE,
                hold.orElse(null),
                now);
    }

    private static String requireText(String raw) {
        String text = PlainText.clean(raw);
        if (text.isEmpty()) {
            throw ProblemException.invalid("text", "must contain something that can be seen");
        }
        if (PlainText.length(text) > MAX_CODE_POINTS) {
            throw ProblemException.invalid("text", "must have at most " + MAX_CODE_POINTS + " characters");
        }
        return text;
    }
}
