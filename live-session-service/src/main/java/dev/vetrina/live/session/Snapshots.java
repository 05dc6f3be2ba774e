package dev.vetrina.live.session;

import dev.vetrina.kit.http.Freshness;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.card.CardView;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions with everything that is seen of them in one market. */
@ApplicationScoped
class Snapshots {

    private final SessionAccess access;
    private final Cards cards;
    private final Presence presence;
    private final ShownDeals deals;
    private final ShownGiveaways giveaways;
    private final ShownChats chats;
    private final Playback playback;
    private final Freshness freshness;
    private final Clock clock;

    Snapshots(
            SessionAccess access,
            Cards cards,
            Presence presence,
            ShownDeals deals,
            ShownGiveaways giveaways,
            ShownChats chats,
            Playback playback,
            Freshness freshness,
            Clock clock) {
        this.access = access;
        this.cards = cards;
        this.presence = presence;
        this.deals = deals;
        this.giveaways = giveaways;
        this.chats = chats;
        this.playback = playback;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** The session as the caller of this request sees it, with the prices of the market or else of its first one. */
    @Transactional
    SessionSnapshot asCaller(UUID id, @Nullable String market) {
        Session session = access.see(id);
        return untilNextChange(
                snapshot(session, market == null ? session.markets().getFirst() : market, access.worksOn(session)));
    }

    /** Nobody keeps a copy of it beyond an announced price or stage, or the turn of a deal. */
    private SessionSnapshot untilNextChange(SessionSnapshot session) {
        Instant now = clock.instant();
        cards.nextChange(session.market(), session.productIds()).ifPresent(freshness::until);
        session.deals().stream()
                .flatMap(deal -> Stream.of(deal.opensAt(), deal.closesAt()))
                .filter(now::isBefore)
                .forEach(freshness::until);
        return session;
    }

    /**
     * Cards and deals are read after the session, so they are never older than its sequence says.
     *
     * @param everything whether also what is not offered in this market
     */
    SessionSnapshot snapshot(Session session, String market, boolean everything) {
        requireShown(session, market);
        List<CardView> shown = cards.in(market, session.lineup()).stream()
                .filter(card -> everything || card.offered())
                .toList();
        return SessionSnapshot.of(
                session,
                market,
                cards.open(market),
                shown,
                deals.runningIn(session.id(), market),
                giveaways.runningIn(session.id()),
                chats.of(session.id()),
                session.status().onAir() ? playback.of(session.id()).orElse(null) : null,
                presence.viewersNow(session.id()));
    }

    /** @throws ProblemException 422 {@code market-not-shown} */
    static void requireShown(Session session, String market) {
        if (!session.markets().contains(market)) {
            throw ProblemException.of(
                            422,
                            "market-not-shown",
                            "The input breaks a rule",
                            "The session is not shown in the market " + market + ".")
                    .with("markets", session.markets());
        }
    }
}
