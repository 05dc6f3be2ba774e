package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Stores what was written. A message that comes again is known by its id. */
@ApplicationScoped
class ChatStore implements BatchConsumer {

    private final ChatMessageRepository messages;

    ChatStore(ChatMessageRepository messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return "chat-store";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LIVE_CHAT);
    }

    /** No inbox: the primary key says what is known, whatever the order of messages. */
    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        List<ChatMessagePosted> posted = events.stream()
                .map(ReceivedEvent::event)
                .flatMap(event -> event instanceof ChatMessagePosted message ? Stream.of(message) : Stream.empty())
                .toList();
        if (!posted.isEmpty()) {
            messages.store(posted);
        }
    }
}
