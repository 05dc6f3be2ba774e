package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.live.moderation.Speaker;
import dev.vetrina.live.moderation.Speakers;
import dev.vetrina.live.session.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ChatSpeakers implements Speakers {

    private final Messages messages;
    private final ChatMessageRepository stored;
    private final Lanes lanes;
    private final Removals removals;

    ChatSpeakers(Messages messages, ChatMessageRepository stored, Lanes lanes, Removals removals) {
        this.messages = messages;
        this.stored = stored;
        this.lanes = lanes;
        this.removals = removals;
    }

    @Override
    public Optional<Speaker> ofMessage(UUID sessionId, UUID messageId) {
        // As whom they wrote last, not as whom they wrote this: a viewer of then may be a moderator now.
        return messages.find(sessionId, messageId).flatMap(message -> ofAuthor(sessionId, message.authorId()));
    }

    @Override
    public Optional<Speaker> ofAuthor(UUID sessionId, String authorId) {
        return lanes.latestOf(sessionId, authorId)
                .map(ChatSpeakers::speaker)
                .or(() -> stored.latestOf(sessionId, authorId).map(ChatMessage::speaker));
    }

    @Override
    public void hideAll(UUID sessionId, Speaker speaker) {
        removals.hide(sessionId, speaker.customerId());
    }

    private static Speaker speaker(ChatMessagePosted message) {
        return new Speaker(
                message.customerId(),
                message.authorId(),
                message.authorName(),
                Part.valueOf(message.role().name()));
    }
}
