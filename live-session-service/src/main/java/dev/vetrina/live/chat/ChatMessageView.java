package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatHold;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.live.session.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ChatMessage", description = "What somebody wrote in a session")
record ChatMessageView(
        UUID id,
        ChatState state,
        Author author,

        @Schema(description = "Plain text: show it as it is, never as markup")
        String text,

        @Schema(description = "The addresses in it that may be made clickable: none in what viewers write")
        List<String> links,

        @Schema(description = "Why a moderator has to look at it, or had to") @Nullable
        ChatHold heldFor,

        Instant postedAt,

        @Schema(description = "Milliseconds since the session's start; null if it has none") @Nullable
        Long offsetMillis)
        implements Identified {

    @Schema(name = "ChatAuthor", description = "Who wrote it, without saying who that is")
    record Author(
            @Schema(description = "A pseudonym for this session, the same for all their messages in it")
            String id,

            @Schema(description = "What is shown: the host's public name, or a number", examples = "Viewer 7F3A2C")
            String name,

            Part role) {

        static Author of(ChatMessagePosted message) {
            return new Author(
                    message.authorId(),
                    message.authorName(),
                    Part.valueOf(message.role().name()));
        }
    }

    static ChatMessageView of(ChatMessagePosted message, @Nullable Instant startedAt) {
        return new ChatMessageView(
                message.messageId(),
                message.state(),
                Author.of(message),
                message.text(),
                ChatItem.clickable(message),
                message.heldFor(),
                message.postedAt(),
                startedAt == null
                        ? null
                        : Duration.between(startedAt, message.postedAt()).toMillis());
    }
}
