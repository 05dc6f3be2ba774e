package dev.vetrina.live.session;

import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session shows. */
@ApplicationScoped
class LineupService {

    private final SessionRepository sessions;
    private final SessionAccess access;
    private final SessionFacts facts;
    private final Cards cards;
    private final Timeline timeline;
    private final Clock clock;

    LineupService(
            SessionRepository sessions,
            SessionAccess access,
            SessionFacts facts,
            Cards cards,
            Timeline timeline,
            Clock clock) {
        this.sessions = sessions;
        this.access = access;
        this.facts = facts;
        this.cards = cards;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Products that stay need not be active any more: a withdrawn one does not stop the host from editing the rest. */
    @Transactional
    void replace(UUID sessionId, @Nullable String ifMatch, List<UUID> productIds) {
        Session session = access.present(sessionId);
        Preconditions.requireMatch(ifMatch, session.version());
        if (new HashSet<>(productIds).size() < productIds.size()) {
            throw ProblemException.invalid("items", "must not contain a product twice");
        }
        cards.requireActive(
                productIds.stream().filter(id -> !session.lineup().contains(id)).toList());
        UUID pinned = session.pinnedProductId();
        if (pinned != null && !productIds.contains(pinned)) {
            unpin(session);
        }
        lineUp(session, productIds);
    }

    /** Movers take turns, and each move is made in the order that the one before has left: none undoes another. */
    @Transactional
    void move(UUID sessionId, @Nullable String ifMatch, MoveRequest request) {
        Session session = access.present(sessionId);
        if (ifMatch != null) {
            Preconditions.requireMatch(ifMatch, session.version());
        }
        lineUp(session, request.move().in(session.lineup()));
    }

    private void lineUp(Session session, List<UUID> productIds) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (session.lineUp(productIds, now) && session.isAnnounced()) {
            facts.lineupChanged(session);
        }
        sessions.flush();
    }

    /** Goes on by one product, unless somebody did so since the caller looked. */
    @Transactional
    SessionView cue(UUID sessionId, @Nullable UUID seen) {
        Session session = access.present(sessionId);
        Cue cue = new Cue(session.lineup(), timeline.pinned(sessionId));
        if (!cue.pressedAgain(seen)) {
            UUID next = cue.next(seen);
            if (session.pin(next)) {
                facts.pinned(session, next);
            }
        }
        sessions.flush();
        return SessionView.of(session);
    }

    @Transactional
    SessionView pin(UUID sessionId, UUID productId) {
        Session session = access.present(sessionId);
        if (session.pin(productId)) {
            facts.pinned(session, productId);
        }
        sessions.flush();
        return SessionView.of(session);
    }

    @Transactional
    void unpin(UUID sessionId) {
        unpin(access.present(sessionId));
    }

    private void unpin(Session session) {
        session.unpin().ifPresent(productId -> facts.unpinned(session, productId));
    }
}
