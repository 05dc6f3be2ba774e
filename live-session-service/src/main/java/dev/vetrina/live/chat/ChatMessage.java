package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatHold;
import dev.vetrina.events.LiveEvent.ChatMessageChanged;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatRole;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.moderation.Speaker;
import dev.vetrina.live.session.Part;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that is stored. Of an erased one nothing is left but its id, its session and its time. */
@Entity
class ChatMessage {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID sessionId;
    private @Nullable String customerId;
    private @Nullable String authorId;
    private @Nullable String authorName;

    @Enumerated(EnumType.STRING)
    private @Nullable Part role;

    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    @Enumerated(EnumType.STRING)
    private @Nullable ChatHold heldFor;

    private Instant postedAt;

    /** Who decided on it last: queries ask for it. */
    @SuppressWarnings("unused")
    private @Nullable String changedBy;

    @SuppressWarnings("unused")
    private @Nullable Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected ChatMessage() {}

    Optional<ChatMessageChanged> approve(String by, Instant now) {
        return become(MessageState.VISIBLE, by, now).map(when -> changed(when, posted()));
    }

    Optional<ChatMessageChanged> hide(String by, Instant now) {
        return become(MessageState.HIDDEN, by, now).map(when -> changed(when, null));
    }

    Optional<ChatMessageChanged> erase(Instant now) {
        return become(MessageState.ERASED, null, now).map(when -> {
            customerId = null;
            authorId = null;
            authorName = null;
            role = null;
            text = null;
            heldFor = null;
            return changed(when, null);
        });
    }

    private Optional<Instant> become(MessageState next, @Nullable String by, Instant now) {
        if (state == next) {
            return Optional.empty();
        }
        if (!state.canBecome(next)) {
            throw ProblemException.conflict(
                            "illegal-transition", "A message that is " + state + " cannot be " + next + ".")
                    .with("messageState", state);
        }
        state = next;
        changedBy = by;
        changedAt = now;
        return Optional.of(now);
    }

    private ChatMessageChanged changed(Instant now, @Nullable ChatMessagePosted message) {
        return new ChatMessageChanged(sessionId, now.toEpochMilli(), id, state.told(), message, now);
    }

    /** As it is told and shown. */
    ChatMessagePosted posted() {
        return new ChatMessagePosted(
                sessionId,
                postedAt.toEpochMilli(),
                id,
                present(customerId),
                present(authorId),
                present(authorName),
                ChatRole.valueOf(present(role).name()),
                present(text),
                state.told(),
                heldFor,
                postedAt);
    }

    Speaker speaker() {
        return new Speaker(present(customerId), present(authorId), present(authorName), present(role));
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "the message was erased");
    }

    Instant postedAt() {
        return postedAt;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    MessageState state() {
        return state;
    }
}
