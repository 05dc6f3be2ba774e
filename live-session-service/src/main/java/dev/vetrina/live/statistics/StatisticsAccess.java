package dev.vetrina.live.statistics;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees which figures of a session, and how final they are. */
@ApplicationScoped
class StatisticsAccess {

    private final StatisticsRepository statistics;
    private final StatisticsConfig config;
    private final Sessions sessions;
    private final Caller caller;
    private final Clock clock;

    StatisticsAccess(
            StatisticsRepository statistics, StatisticsConfig config, Sessions sessions, Caller caller, Clock clock) {
        this.statistics = statistics;
        this.config = config;
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param brandId the brand whose figures alone are seen; null for who sees all */
    record Seat(ReportStatus status, @Nullable UUID brandId) {}

    /**
     * For its host, moderators and operators.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}, 409 {@code rehearsal}
     */
    ReportStatus whole(UUID sessionId) {
        Sessions.Standing standing = sessions.standingCounted(sessionId);
        if (!seesAll(standing)) {
            throw forbidden();
        }
        return status(sessionId, standing);
    }

    /**
     * For brands, too.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}, 409 {@code rehearsal}
     */
    Seat any(UUID sessionId) {
        Sessions.Standing standing = sessions.standingCounted(sessionId);
        ReportStatus status = status(sessionId, standing);
        return seesAll(standing)
                ? new Seat(status, null)
                : new Seat(status, caller.brandId().orElseThrow(StatisticsAccess::forbidden));
    }

    private boolean seesAll(Sessions.Standing standing) {
        return standing.hostedByCaller() || caller.is(Roles.MODERATOR);
    }

    private ReportStatus status(UUID sessionId, Sessions.Standing standing) {
        Duration settleTime = Duration.ofSeconds(config.settleSeconds());
        return ReportStatus.of(standing, statistics.tally(sessionId), settleTime, clock.instant());
    }

    private static ProblemException forbidden() {
        return ProblemException.forbidden("This session belongs to another creator.");
    }
}
