package dev.vetrina.live.moderation;

import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.time.Ticker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the rooms that this instance serves, in memory: nothing is read for a message. A room is forgotten when an event
 * says that its rules changed, and every second if its version shows it.
 */
@ApplicationScoped
public class Rooms {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(5);
    private static final int MAX_ROOMS = 5_000;

    private final LoadingCache<UUID, Room> rooms;
    private final Provider<RulesLog> rules;
    private final Clock clock;
    private @Nullable Ticker ticker;

    Rooms(RoomRules source, Provider<RulesLog> rules, Clock clock) {
        this.rooms = LocalCaches.builder()
                .maximumSize(MAX_ROOMS)
                .expireAfterAccess(KEPT_UNUSED)
                .build(source::read);
        this.rules = rules;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("chat-rules", LOOK, this::compare);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    public Room room(UUID sessionId) {
        return rooms.get(sessionId);
    }

    /** @throws ProblemException 403 {@code muted} or {@code banned} in this session or everywhere */
    public void requireMayWrite(UUID sessionId, String customerId) {
        room(Room.EVERYWHERE).requireMayWrite(customerId, clock.instant());
        room(sessionId).requireMayWrite(customerId, clock.instant());
    }

    /** The next message reads the rules anew. */
    public void forget(UUID sessionId) {
        rooms.invalidate(sessionId);
    }

    private void compare() {
        Map<UUID, Room> known = Map.copyOf(rooms.asMap());
        if (!known.isEmpty()) {
            Map<UUID, Long> versions = rules.get().versions(Set.copyOf(known.keySet()));
            known.forEach((id, room) -> {
                if (versions.getOrDefault(id, 0L) != room.version()) {
                    rooms.asMap().remove(id, room);
                }
            });
        }
    }
}
