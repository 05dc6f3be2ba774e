package dev.vetrina.live.invite;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.session.Sessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Lets viewers in who have a code. */
@ApplicationScoped
class AdmissionService {

    private final InviteRepository codes;
    private final Tries tries;
    private final Sender sender;
    private final Sessions sessions;
    private final Caller caller;
    private final Clock clock;

    AdmissionService(
            InviteRepository codes, Tries tries, Sender sender, Sessions sessions, Caller caller, Clock clock) {
        this.codes = codes;
        this.tries = tries;
        this.sender = sender;
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    /** A login that comes again with the same code takes no second place. */
    AdmissionView admit(UUID sessionId, String given) {
        sessions.requireInviteOnly(sessionId);
        String from = sender.name();
        // A transaction of its own, and before the next one: nobody holds a connection while waiting for a second.
        tries.count(sessionId, from);
        return QuarkusTransaction.requiringNew().call(() -> admit(sessionId, given, from));
    }

    private AdmissionView admit(UUID sessionId, String given, String from) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        InviteCode code = codes.lockByDigest(sessionId, Secrets.codeDigest(given))
                .filter(found -> !found.lapsed(now))
                .orElseThrow(AdmissionService::wrong);
        String pass = Secrets.pass();
        String subject = caller.subject();
        if (subject.isEmpty() || !codes.renew(code.id(), subject, Secrets.digest(pass))) {
            if (!code.use()) {
                throw ProblemException.conflict("code-used-up", "As many have come in with this code as it allows.");
            }
            codes.admit(code, subject, Secrets.digest(pass), now);
        }
        tries.forget(sessionId, from);
        return new AdmissionView(pass);
    }

    private static ProblemException wrong() {
        return ProblemException.of(
                403, "invalid-invite-code", "The code does not open this session", "It is not valid, or no longer.");
    }
}
