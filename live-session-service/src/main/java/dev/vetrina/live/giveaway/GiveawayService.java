package dev.vetrina.live.giveaway;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the host of a session does about its giveaways. */
@ApplicationScoped
class GiveawayService {

    private static final Duration FARTHEST_OPENING = Duration.ofDays(1);
    private static final int UNFINISHED_PER_SESSION = 20;
    private static final int USUAL_DRAW_SECONDS = 10;

    private final GiveawayRepository giveaways;
    private final GiveawayFacts facts;
    private final Sessions sessions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    GiveawayService(GiveawayRepository giveaways, GiveawayFacts facts, Sessions sessions, Clock clock) {
        this.giveaways = giveaways;
        this.facts = facts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The commitment is a fact before anybody can enter, also where that is at once. */
    @Transactional
    GiveawayView announce(UUID sessionId, GiveawayRequest request) {
        sessions.hostLive(sessionId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (giveaways.countUnfinished(sessionId) >= UNFINISHED_PER_SESSION) {
            throw ProblemException.conflict(
                    "too-many-giveaways",
                    "A session has at most " + UNFINISHED_PER_SESSION + " giveaways at once that are not over.");
        }
        Giveaway giveaway = Giveaway.announced(
                Ids.next(),
                sessionId,
                request.prize(),
                request.winners(),
                Draw.newSeed(random),
                times(request, now),
                now);
        facts.announced(giveaway);
        if (giveaway.due(GiveawayStatus.OPEN, now)) {
            giveaway.open();
            facts.opened(giveaway);
        }
        giveaways.persistAndFlush(giveaway);
        return GiveawayView.of(giveaway);
    }

    @Transactional
    GiveawayView cancel(UUID sessionId, UUID giveawayId) {
        if (!sessions.standing(sessionId).hostedByCaller()) {
            throw ProblemException.forbidden("This session belongs to another creator.");
        }
        Giveaway giveaway = giveaways
                .lock(sessionId, giveawayId)
                .orElseThrow(() -> ProblemException.notFound("giveaway", giveawayId));
        if (giveaway.cancel()) {
            facts.cancelled(giveaway);
        }
        return GiveawayView.of(giveaway);
    }

    private static Giveaway.Times times(GiveawayRequest request, Instant now) {
        Instant opensAt = opening(request.opensAt(), now);
        Instant closesAt = opensAt.plusSeconds(request.entrySeconds());
        int drawSeconds = Optional.ofNullable(request.drawSeconds()).orElse(USUAL_DRAW_SECONDS);
        return new Giveaway.Times(opensAt, closesAt, closesAt.plusSeconds(drawSeconds));
    }

    private static Instant opening(@Nullable Instant asked, Instant now) {
        Instant opensAt = Optional.ofNullable(asked).orElse(now).truncatedTo(ChronoUnit.MICROS);
        if (opensAt.isBefore(now)) {
            throw ProblemException.invalid("opensAt", "must not be in the past");
        }
        if (opensAt.isAfter(now.plus(FARTHEST_OPENING))) {
            throw ProblemException.invalid("opensAt", "must be at most a day ahead");
        }
        return opensAt;
    }
}
