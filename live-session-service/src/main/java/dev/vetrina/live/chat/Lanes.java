package dev.vetrina.live.chat;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.LiveEvent.ChatAuthorRemoved;
import dev.vetrina.events.LiveEvent.ChatMessageChanged;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.live.pulse.Happenings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The chats of the sessions in which somebody wrote lately, as this instance read them from Kafka. */
@ApplicationScoped
class Lanes implements Happenings {

    private static final int MAX_LANES = 500;
    private static final Duration KEPT_QUIET = Duration.ofMinutes(10);

    private final Cache<UUID, Lane> lanes = LocalCaches.builder()
            .maximumSize(MAX_LANES)
            .expireAfterAccess(KEPT_QUIET)
            .build();

    private final Clock clock;

    Lanes(Clock clock) {
        this.clock = clock;
    }

    void accept(DomainEvent event) {
        switch (event) {
            case ChatMessagePosted message -> lane(message.sessionId()).posted(message);
            case ChatMessageChanged change -> lane(change.sessionId()).changed(change);
            case ChatAuthorRemoved removed -> lane(removed.sessionId()).authorRemoved(removed);
            default -> {
                // Nothing that is shown.
            }
        }
    }

    Optional<ChatMessagePosted> find(UUID sessionId, UUID messageId) {
        return known(sessionId).flatMap(lane -> lane.find(messageId));
    }

    Optional<ChatMessagePosted> latestOf(UUID sessionId, String authorId) {
        return known(sessionId).flatMap(lane -> lane.latestOf(authorId));
    }

    /** The sessions in which this customer wrote lately. */
    List<UUID> sessionsOf(String customerId) {
        return lanes.asMap().entrySet().stream()
                .filter(lane -> lane.getValue().has(customerId))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public List<?> take(UUID sessionId) {
        return known(sessionId).map(lane -> lane.take(clock.instant())).orElse(List.of());
    }

    private Optional<Lane> known(UUID sessionId) {
        return Optional.ofNullable(lanes.getIfPresent(sessionId));
    }

    private Lane lane(UUID sessionId) {
        return lanes.get(sessionId, id -> new Lane());
    }
}
