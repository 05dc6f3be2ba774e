package dev.vetrina.live.moderation;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.session.Part;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Sessions.Attendance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SanctionService {

    private static final Duration LONGEST_MUTE = Duration.ofDays(14);

    private final SanctionRepository sanctions;
    private final Speakers speakers;
    private final RulesLog rules;
    private final Sessions sessions;
    private final Caller caller;
    private final Clock clock;

    SanctionService(
            SanctionRepository sanctions,
            Speakers speakers,
            RulesLog rules,
            Sessions sessions,
            Caller caller,
            Clock clock) {
        this.sanctions = sanctions;
        this.speakers = speakers;
        this.rules = rules;
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SanctionView impose(UUID sessionId, SanctionRequest request) {
        Attendance attendance = sessions.attendance(sessionId);
        attendance.requireTeam();
        requireSound(request);
        requireScope(attendance, request.isEverywhere());
        Speaker speaker = find(sessionId, request);
        speaker.requireBelow(attendance.part());
        Sanction sanction = Sanction.impose(Ids.next(), sessionId, speaker, request, caller.subject(), now());
        sanctions.persistAndFlush(sanction);
        rules.changed(sanction.sessionId());
        if (request.hides()) {
            speakers.hideAll(sessionId, speaker);
        }
        return sanction.view();
    }

    @Transactional
    SanctionView lift(UUID sessionId, UUID sanctionId) {
        Attendance attendance = sessions.attendance(sessionId);
        attendance.requireTeam();
        Sanction sanction = sanctions
                .lock(sanctionId)
                .filter(found -> found.imposedIn().equals(sessionId))
                .orElseThrow(() -> ProblemException.notFound("sanction", sanctionId));
        requireScope(attendance, sanction.sessionId().equals(Room.EVERYWHERE));
        if (sanction.lift(caller.subject(), now())) {
            rules.changed(sanction.sessionId());
        }
        return sanction.view();
    }

    @Transactional
    Page<SanctionView> list(UUID sessionId, PageParams page) {
        sessions.attendance(sessionId).requireTeam();
        return Page.byId(sanctions.imposedIn(sessionId, page.after(), page.rows()), page, Sanction::id, Sanction::view);
    }

    private Speaker find(UUID sessionId, SanctionRequest request) {
        return Optional.ofNullable(request.messageId())
                .map(id -> speakers.ofMessage(sessionId, id)
                        .orElseThrow(() -> ProblemException.unknownToView("message", id, clock.instant())))
                .or(() -> Optional.ofNullable(request.authorId()).flatMap(id -> speakers.ofAuthor(sessionId, id)))
                .orElseThrow(() -> ProblemException.notFound("author", String.valueOf(request.authorId())));
    }

    private static void requireSound(SanctionRequest request) {
        if ((request.messageId() == null) == (request.authorId() == null)) {
            throw ProblemException.invalid("authorId", "must be present, unless messageId is, and not both");
        }
        if (request.kind() == SanctionKind.MUTE
                && (request.durationSeconds() == null || request.durationSeconds() > LONGEST_MUTE.toSeconds())) {
            throw ProblemException.invalid(
                    "durationSeconds", "must be present for a mute, and at most " + LONGEST_MUTE.toSeconds());
        }
    }

    private static void requireScope(Attendance attendance, boolean everywhere) {
        if (everywhere && attendance.part() != Part.OPERATOR) {
            throw ProblemException.forbidden("Only operators decide for every session.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
