package dev.vetrina.order.session;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions as the last second knew them. */
@ApplicationScoped
public class SellingSessions {

    private final SessionRepository sessions;
    private final SessionPauseRepository pauses;
    private final Clock clock;
    private final Cache<UUID, SellingSession> cache = LocalCaches.builder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    SellingSessions(SessionRepository sessions, SessionPauseRepository pauses, Clock clock) {
        this.sessions = sessions;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** @throws ProblemException 404 {@code not-found} or, for an id that is new, {@code not-yet-visible} */
    public SellingSession get(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.unknownToView("session", id, clock.instant()));
    }

    public Optional<SellingSession> find(UUID id) {
        return Optional.ofNullable(cache.get(id, this::load));
    }

    private @Nullable SellingSession load(UUID id) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> sessions.findByIdOptional(id).map(row -> row.toSession(pausesOf(id))))
                .orElse(null);
    }

    private List<SessionPause> pausesOf(UUID id) {
        return pauses.of(id).stream().map(SessionPauseRow::toPause).toList();
    }
}
