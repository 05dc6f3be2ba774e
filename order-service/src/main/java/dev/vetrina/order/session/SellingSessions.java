package dev.vetrina.order.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions as the last second knew them. */
@ApplicationScoped
public class SellingSessions {

    private final SessionRepository sessions;
    private final Clock clock;
    private final Cache<UUID, SellingSession> cache = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(10_000)
            .build();

    SellingSessions(SessionRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @throws ProblemException 404 {@code not-found} or, for an id that is new, {@code not-yet-visible} */
    public SellingSession get(UUID id) {
        SellingSession session = cache.get(id, this::load);
        if (session == null) {
            throw ProblemException.unknownToView("session", id, clock.instant());
        }
        return session;
    }

    private @Nullable SellingSession load(UUID id) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> sessions.findByIdOptional(id).map(SessionRow::toSession))
                .orElse(null);
    }
}
