package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatRole;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.live.text.Links;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a viewer is told of a chat, in the array {@code chat} of the pulse. */
sealed interface ChatItem {

    /** A message to show. */
    record Shown(
            UUID id, ChatState state, ChatMessageView.Author author, String text, List<String> links, Instant postedAt)
            implements ChatItem {

        static Shown of(ChatMessagePosted message) {
            return new Shown(
                    message.messageId(),
                    message.state(),
                    ChatMessageView.Author.of(message),
                    message.text(),
                    clickable(message),
                    message.postedAt());
        }
    }

    /** A message to take off the screen. */
    record Gone(UUID id, ChatState state) implements ChatItem {}

    /** Everything that this author posted until then is to be taken off the screen. */
    record AuthorGone(String authorId, ChatState state, Instant postedUntil) implements ChatItem {}

    /** What may be followed: what viewers write is never clickable. */
    static List<String> clickable(ChatMessagePosted message) {
        return message.role() == ChatRole.VIEWER ? List.of() : Links.clickable(message.text());
    }
}
