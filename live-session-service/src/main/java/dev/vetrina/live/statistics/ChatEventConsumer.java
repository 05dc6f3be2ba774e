package dev.vetrina.live.statistics;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.live.counting.CountedSessions;
import dev.vetrina.live.counting.CountedTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Counts what is written in rooms. The inbox sees to it that each message counts once. */
@ApplicationScoped
class ChatEventConsumer implements BatchConsumer {

    private final DataSource dataSource;

    ChatEventConsumer(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return "chat-statistics";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LIVE_CHAT);
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        List<ChatMessagePosted> posted = events.stream()
                .map(ReceivedEvent::event)
                .flatMap(event -> event instanceof ChatMessagePosted message ? Stream.of(message) : Stream.empty())
                .toList();
        if (posted.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            CountedSessions sessions = CountedTime.of(
                    connection,
                    posted.stream().map(ChatMessagePosted::sessionId).toList());
            ChatMinutes.add(
                    connection,
                    posted.stream()
                            .filter(message -> sessions.counts(message.sessionId(), message.postedAt()))
                            .toList());
        } catch (SQLException e) {
            throw new StatisticsException(e);
        }
    }
}
