package dev.vetrina.live.session;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.counting.CountedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rehearsals of a show: sessions of their own, which take their products, team and plans from it. */
@ApplicationScoped
class RehearsalService {

    private final SessionRepository sessions;
    private final SessionAccess access;
    private final CountedTime counted;
    private final Clock clock;

    RehearsalService(SessionRepository sessions, SessionAccess access, CountedTime counted, Clock clock) {
        this.sessions = sessions;
        this.access = access;
        this.counted = counted;
        this.clock = clock;
    }

    @Transactional
    SessionView rehearse(UUID showId) {
        Session show = access.host(showId);
        sessions.rehearsalRunning(showId).ifPresent(running -> {
            throw ProblemException.conflict("rehearsal-running", "End the rehearsal that there is first.")
                    .with("rehearsalId", running.id());
        });
        Session rehearsal = show.rehearsal(Ids.next(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        sessions.persistAndFlush(rehearsal);
        counted.stop(rehearsal.id(), Instant.EPOCH);
        return SessionView.of(rehearsal);
    }

    @Transactional
    List<SessionView> list(UUID showId, Optional<UUID> after, int rows) {
        access.behindTheScenes(showId);
        return sessions.rehearsals(showId, after, rows).stream()
                .map(SessionView::of)
                .toList();
    }
}
