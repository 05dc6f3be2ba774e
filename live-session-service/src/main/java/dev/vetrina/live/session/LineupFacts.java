package dev.vetrina.live.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.Money;
import dev.vetrina.live.card.BrandTurn;
import dev.vetrina.live.card.CardView;
import dev.vetrina.live.card.CardView.VariantView;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.card.PriceChange;
import dev.vetrina.live.card.StockTurn;
import dev.vetrina.live.card.VariantMarket;
import dev.vetrina.live.timeline.FactKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells viewers of a live session what changed about the products of its lineup. */
@ApplicationScoped
class LineupFacts {

    private final SessionRepository sessions;
    private final SessionFacts facts;
    private final Cards cards;

    LineupFacts(SessionRepository sessions, SessionFacts facts, Cards cards) {
        this.sessions = sessions;
        this.facts = facts;
        this.cards = cards;
    }

    void on(@Observes StockTurn turn) {
        FactKind kind = turn.soldOut() ? FactKind.SOLD_OUT : FactKind.BACK_IN_STOCK;
        for (Session session : sessions.lockLiveWith(turn.productId())) {
            facts.record(session, kind, facts.data("productId", turn.productId(), "variantId", turn.variantId()));
        }
    }

    void on(@Observes PriceChange change) {
        Set<String> markets =
                change.prices().stream().map(VariantMarket::market).collect(Collectors.toSet());
        for (Session session : sessions.lockLiveWith(change.productId())) {
            if (session.markets().stream().anyMatch(markets::contains)) {
                facts.record(session, FactKind.PRICE_CHANGED, priceData(session, change));
            }
        }
    }

    /** Its products lose their prices or have them again. */
    void on(@Observes BrandTurn turn) {
        cards.turned(turn, sessions.productsOnAir()).forEach(this::on);
    }

    private ObjectNode priceData(Session session, PriceChange change) {
        ObjectNode markets = facts.data();
        for (String market : session.markets()) {
            markets.set(market, marketData(market, change));
        }
        ObjectNode data = facts.data("productId", change.productId());
        data.set("markets", markets);
        return data;
    }

    private ObjectNode marketData(String market, PriceChange change) {
        Optional<CardView> card =
                cards.in(market, List.of(change.productId())).stream().findFirst();
        ObjectNode data = facts.data("priceFrom", card.map(CardView::priceFrom).orElse(null));
        ArrayNode variants = data.putArray("variants");
        change.prices().stream()
                .filter(price -> price.market().equals(market))
                .map(VariantMarket::variantId)
                .sorted()
                .forEach(variantId -> variants.add(facts.data(
                        "variantId", variantId, "price", price(card, variantId).orElse(null))));
        return data;
    }

    /** None if the variant has no price any more. */
    private static Optional<Money> price(Optional<CardView> card, UUID variantId) {
        return card.stream()
                .flatMap(found -> found.variants().stream())
                .filter(variant -> variant.variantId().equals(variantId))
                .map(VariantView::price)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
