package dev.vetrina.live.session;

import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.card.Cards;
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
    private final Clock clock;

    LineupService(SessionRepository sessions, SessionAccess access, SessionFacts facts, Cards cards, Clock clock) {
        this.sessions = sessions;
        this.access = access;
        this.facts = facts;
        this.cards = cards;
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID pinned = session.pinnedProductId();
        if (pinned != null && !productIds.contains(pinned)) {
            unpin(session);
        }
        if (session.lineUp(productIds, now) && session.status() != SessionStatus.DRAFT) {
            facts.lineupChanged(session);
        }
        sessions.flush();
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
