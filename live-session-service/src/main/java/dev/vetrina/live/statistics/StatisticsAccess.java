package dev.vetrina.live.statistics;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.session.Auditorium;
import dev.vetrina.live.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees which figures of a session, and how final they are. */
@ApplicationScoped
class StatisticsAccess {

    private final StatisticsRepository statistics;
    private final ScopedSalesRepository sales;
    private final Cards cards;
    private final StatisticsConfig config;
    private final Sessions sessions;
    private final Auditorium auditorium;
    private final Caller caller;
    private final Clock clock;

    StatisticsAccess(
            StatisticsRepository statistics,
            ScopedSalesRepository sales,
            Cards cards,
            StatisticsConfig config,
            Sessions sessions,
            Auditorium auditorium,
            Caller caller,
            Clock clock) {
        this.statistics = statistics;
        this.sales = sales;
        this.cards = cards;
        this.config = config;
        this.sessions = sessions;
        this.auditorium = auditorium;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param brandId the brand whose figures alone are seen; null for who sees all */
    record Seat(
            ReportStatus status,
            Attribution attribution,
            @Nullable UUID brandId) {}

    /**
     * For its host, moderators and operators.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}, 409 {@code rehearsal}
     */
    Seat whole(UUID sessionId) {
        Sessions.Standing standing = sessions.standingCounted(sessionId, lineup -> false);
        if (!seesAll(standing)) {
            throw forbidden();
        }
        return seat(sessionId, standing, null);
    }

    /**
     * For brands that take part, too.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}, 409 {@code rehearsal}
     */
    Seat any(UUID sessionId) {
        Sessions.Standing standing = sessions.standingCounted(
                sessionId, lineup -> brandThatTakesPart(sessionId, lineup).isPresent());
        return seesAll(standing)
                ? seat(sessionId, standing, null)
                : seat(
                        sessionId,
                        standing,
                        brandThatTakesPart(
                                        sessionId, auditorium.shown(sessionId).productIds())
                                .orElseThrow(StatisticsAccess::forbidden));
    }

    /** A show is nobody's business who neither has a product in it nor has sold one there. */
    private Optional<UUID> brandThatTakesPart(UUID sessionId, List<UUID> lineup) {
        return caller.brandId()
                .filter(brandId -> cards.brandsOf(lineup).containsValue(brandId)
                        || !sales.byBrand(sessionId, brandId).isEmpty());
    }

    private boolean seesAll(Sessions.Standing standing) {
        return standing.hostedByCaller() || caller.is(Roles.MODERATOR);
    }

    private Seat seat(UUID sessionId, Sessions.Standing standing, @Nullable UUID brandId) {
        Duration settleTime = Duration.ofSeconds((long) config.attributionSeconds() + config.settleSeconds());
        return new Seat(
                ReportStatus.of(standing, statistics.tally(sessionId), settleTime, clock.instant()),
                Attribution.lastTouch(config.attributionSeconds()),
                brandId);
    }

    private static ProblemException forbidden() {
        return ProblemException.forbidden("This session belongs to another creator.");
    }
}
