package dev.vetrina.live.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.LiveEvent.SessionPostponed;
import dev.vetrina.live.card.CardView;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.timeline.FactKind;
import dev.vetrina.live.timeline.FactLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a session becomes a fact, and with which data. */
@ApplicationScoped
class SessionFacts {

    private final FactLog log;
    private final Cards cards;
    private final ObjectMapper json;

    SessionFacts(FactLog log, Cards cards, ObjectMapper json) {
        this.log = log;
        this.cards = cards;
        this.json = json;
    }

    void scheduled(Session session) {
        record(session, FactKind.SESSION_SCHEDULED, data("title", session.title(), "startsAt", session.startsAt()));
    }

    void postponed(Session session, SessionPostponed change) {
        record(
                session,
                FactKind.SESSION_POSTPONED,
                data(
                        "previousStartsAt", change.previousStartsAt(),
                        "startsAt", change.startsAt(),
                        "reason", change.reason()));
    }

    void started(Session session) {
        record(session, FactKind.SESSION_STARTED, data("title", session.title(), "startedAt", session.startedAt()));
    }

    void paused(Session session) {
        record(session, FactKind.SESSION_PAUSED, data("pausedAt", session.updatedAt()));
    }

    void resumed(Session session) {
        record(session, FactKind.SESSION_RESUMED, data("resumedAt", session.updatedAt()));
    }

    void ended(Session session) {
        record(session, FactKind.SESSION_ENDED, data("endedAt", session.endedAt()));
    }

    void cancelled(Session session) {
        record(session, FactKind.SESSION_CANCELLED, data());
    }

    void lineupChanged(Session session) {
        record(session, FactKind.LINEUP_CHANGED, data("productIds", session.lineup()));
    }

    /** Carries what a viewer needs to show it at once, for each market. */
    void pinned(Session session, UUID productId) {
        ObjectNode data = data("productId", productId);
        ObjectNode markets = json.createObjectNode();
        for (String market : session.markets()) {
            for (CardView card : cards.in(market, List.of(productId))) {
                putPresent(data, "brandId", card.brandId());
                putPresent(data, "title", card.title());
                putPresent(data, "imageUrl", card.imageUrl());
                putPresent(data, "soldOut", card.soldOut());
                markets.set(market, data("offered", card.offered(), "priceFrom", card.priceFrom()));
            }
        }
        data.set("markets", markets);
        record(session, FactKind.PRODUCT_PINNED, data);
    }

    void unpinned(Session session, UUID productId) {
        record(session, FactKind.PRODUCT_UNPINNED, data("productId", productId));
    }

    void record(Session session, FactKind kind, ObjectNode data) {
        log.record(session.id(), kind, data);
    }

    /** An object of these names and values, without those that are null. */
    ObjectNode data(@Nullable Object... namesAndValues) {
        ObjectNode data = json.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            putPresent(data, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return data;
    }

    private void putPresent(ObjectNode data, String name, @Nullable Object value) {
        if (value != null) {
            data.set(name, json.valueToTree(value));
        }
    }
}
