package dev.vetrina.live.statistics;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.presence.Presence;
import dev.vetrina.live.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions/{id}/statistics")
@RunOnVirtualThread
@Tag(name = "Sessions")
class StatisticsResource {

    private final StatisticsRepository statistics;
    private final StatisticsConfig config;
    private final Sessions sessions;
    private final Presence presence;
    private final Caller caller;
    private final Clock clock;

    StatisticsResource(
            StatisticsRepository statistics,
            StatisticsConfig config,
            Sessions sessions,
            Presence presence,
            Caller caller,
            Clock clock) {
        this.statistics = statistics;
        this.config = config;
        this.sessions = sessions;
        this.presence = presence;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.MODERATOR, Roles.OPERATOR})
    @Transactional
    @Operation(
            operationId = "getSessionStatistics",
            summary = "What a session brought",
            description = "For its host, moderators and operators. FINAL once the session is over, a settling time has"
                    + " passed and every order placed is paid, cancelled or expired.")
    public StatisticsView get(@PathParam("id") UUID id) {
        Sessions.Standing standing = sessions.standingCounted(id);
        if (!standing.hostedByCaller() && !caller.is(Roles.MODERATOR)) {
            throw ProblemException.forbidden("This session belongs to another creator.");
        }
        OrderTally tally = statistics.tally(id);
        Duration settleTime = Duration.ofSeconds(config.settleSeconds());
        ReportStatus status = ReportStatus.of(standing, tally, settleTime, clock.instant());
        return StatisticsView.of(
                status,
                status == ReportStatus.FINAL ? 0 : presence.viewersNow(id),
                presence.audience(id),
                tally,
                statistics.gmv(id),
                statistics.buyers(id),
                statistics.products(id));
    }
}
