package dev.vetrina.live.session;

import dev.vetrina.live.card.Cards;
import dev.vetrina.live.card.MarketTurn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the viewers of live sessions that what they are shown can be bought in their market no longer, or again. */
@ApplicationScoped
class MarketTurns {

    private final SessionRepository sessions;
    private final LineupFacts facts;
    private final Cards cards;

    MarketTurns(SessionRepository sessions, LineupFacts facts, Cards cards) {
        this.sessions = sessions;
        this.facts = facts;
        this.cards = cards;
    }

    void on(@Observes MarketTurn turn) {
        cards.turned(turn, sessions.productsOnAir(turn.market())).forEach(facts::on);
    }
}
