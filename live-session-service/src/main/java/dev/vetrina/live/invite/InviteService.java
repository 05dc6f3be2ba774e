package dev.vetrina.live.invite;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.Permission;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The codes of a session. Changes of one session's codes take turns, because they lock it. */
@ApplicationScoped
class InviteService {

    private final InviteRepository codes;
    private final InviteConfig config;
    private final Sessions sessions;
    private final Clock clock;

    InviteService(InviteRepository codes, InviteConfig config, Sessions sessions, Clock clock) {
        this.codes = codes;
        this.config = config;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    InviteCodeView create(UUID sessionId, InviteTerms terms) {
        if (sessions.lock(sessionId, Permission.EDIT).visibility() != Visibility.INVITE_ONLY) {
            throw ProblemException.conflict("not-invite-only", "Whoever has no code may watch this session, too.");
        }
        if (codes.countValid(sessionId) >= config.codesPerSession()) {
            throw ProblemException.conflict(
                    "too-many-codes",
                    "A session has at most " + config.codesPerSession() + " codes; revoke one first.");
        }
        Instant now = now();
        if (terms.expiresAt() != null && !terms.expiresAt().isAfter(now)) {
            throw ProblemException.invalid("expiresAt", "must not be in the past");
        }
        String code = Secrets.code();
        InviteCode invite = new InviteCode(Ids.next(), sessionId, code, terms, now);
        codes.persistAndFlush(invite);
        return invite.view(code);
    }

    @Transactional
    List<InviteCodeView> list(UUID sessionId, Optional<UUID> after, int rows) {
        if (!sessions.callerMay(sessionId, Permission.EDIT)) {
            throw ProblemException.forbidden("Codes are for who may edit the session.");
        }
        return codes.of(sessionId, after, rows).stream()
                .map(code -> code.view(null))
                .toList();
    }

    @Transactional
    InviteCodeView rotate(UUID sessionId, UUID codeId) {
        InviteCode old = locked(sessionId, codeId);
        if (old.revoked()) {
            throw ProblemException.conflict("code-revoked", "A code that was revoked has no successor.");
        }
        Instant now = now();
        old.revoke(now);
        String code = Secrets.code();
        InviteCode successor = old.successor(Ids.next(), code, now);
        codes.persistAndFlush(successor);
        return successor.view(code);
    }

    @Transactional
    void revoke(UUID sessionId, UUID codeId) {
        locked(sessionId, codeId).revoke(now());
    }

    private InviteCode locked(UUID sessionId, UUID codeId) {
        sessions.lock(sessionId, Permission.EDIT);
        return codes.findByIdOptional(codeId)
                .filter(code -> code.sessionId().equals(sessionId))
                .orElseThrow(() -> ProblemException.notFound("invite code", codeId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
