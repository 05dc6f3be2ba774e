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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What viewers and the other features read of sessions. */
@ApplicationScoped
public class Sessions {

    private final SessionAccess access;
    private final SessionListing listing;
    private final Cards cards;
    private final Presence presence;
    private final ShownDeals deals;
    private final ShownGiveaways giveaways;
    private final ShownChats chats;
    private final Playback playback;
    private final Freshness freshness;
    private final Clock clock;

    Sessions(
            SessionAccess access,
            SessionListing listing,
            Cards cards,
            Presence presence,
            ShownDeals deals,
            ShownGiveaways giveaways,
            ShownChats chats,
            Playback playback,
            Freshness freshness,
            Clock clock) {
        this.access = access;
        this.listing = listing;
        this.cards = cards;
        this.presence = presence;
        this.deals = deals;
        this.giveaways = giveaways;
        this.chats = chats;
        this.playback = playback;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Where a session stands, for whoever may see its figures. */
    public record Standing(SessionStatus status, @Nullable Instant endedAt, boolean hostedByCaller) {}

    /** How the caller takes part in a session. */
    public record Attendance(SessionStatus status, @Nullable Instant startedAt, Part part) {

        /** @throws ProblemException 403 {@code forbidden} for viewers */
        public void requireTeam() {
            if (!part.ofTeam()) {
                throw ProblemException.forbidden("Only the session's host, its moderators and operators do this.");
            }
        }

        /** @throws ProblemException 403 {@code forbidden} for viewers and moderators */
        public void requireHost() {
            if (!part.outranks(Part.MODERATOR)) {
                throw ProblemException.forbidden("Only the session's host and operators do this.");
            }
        }
    }

    /** What everybody may know of a session. */
    public record Announced(
            String title,
            SessionStatus status,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    /** What a live session sells, and where. */
    public record Stage(List<String> markets, List<UUID> productIds) {}

    /**
     * What is shown of a session, whoever asks.
     *
     * @param onAir whether it is live or paused
     */
    public record Shown(boolean onAir, List<String> markets, List<UUID> productIds) {}

    /**
     * The channel of a market to which a gateway brings viewers.
     *
     * @param sequence the number of the latest fact
     * @param byTicket whether only who has a ticket may watch: a ticket is given to who may
     */
    public record Channel(long sequence, boolean byTicket) {}

    /**
     * The session as its viewers see it, for who is known to be one.
     *
     * @throws ProblemException 404 {@code not-found}, 422 {@code market-not-shown}
     */
    @Transactional
    public SessionSnapshot asViewer(UUID id, String market) {
        return snapshot(access.shown(id), market, false);
    }

    /**
     * Asks no caller: a gateway has streams of what only some may watch, too.
     *
     * @throws ProblemException 404 {@code not-found}, 422 {@code market-not-shown}
     */
    @Transactional
    public Channel channel(UUID id, String market) {
        Session session = access.shown(id);
        requireShown(session, market);
        return new Channel(session.factSequence(), !session.isOpenToAll());
    }

    /** @throws ProblemException 404 {@code not-found} unless the caller may watch it */
    @Transactional
    public void requireViewable(UUID id) {
        access.watch(id);
    }

    /**
     * Asks no caller: whoever has the id may know that a code is needed.
     *
     * @throws ProblemException 404 {@code not-found}, 409 {@code not-invite-only}
     */
    @Transactional
    public void requireInviteOnly(UUID id) {
        Session session = access.shown(id);
        if (session.isRehearsal()) {
            throw ProblemException.notFound("session", id);
        }
        if (session.isOpenToAll()) {
            throw ProblemException.conflict("not-invite-only", "This session needs no code.");
        }
    }

    /** @throws ProblemException 404 {@code not-found} unless the caller may see it */
    @Transactional
    public boolean callerMay(UUID id, Permission permission) {
        return access.may(access.see(id), permission);
    }

    /**
     * Locks a session for a command that needs a permission.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Owned lock(UUID id, Permission permission) {
        return Owned.of(access.lock(id, permission));
    }

    /**
     * Locks a session for what its host and operators keep to themselves.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Owned own(UUID id) {
        return Owned.of(access.own(id));
    }

    /**
     * Whose session it is, for who works on it.
     *
     * @param showId what it is a rehearsal of, or else itself: a rehearsal has the team of its show
     */
    public record Backroom(UUID hostId, UUID showId) {}

    /**
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}
     */
    @Transactional
    public Backroom backroom(UUID id) {
        Session session = access.behindTheScenes(id);
        return new Backroom(session.creatorId(), session.showId());
    }

    /** A session that is locked for who may change it. */
    public record Owned(UUID id, UUID creatorId, SessionStatus status, Visibility visibility, boolean rehearsal) {
        static Owned of(Session session) {
            return new Owned(
                    session.id(),
                    session.creatorId(),
                    session.status(),
                    session.announcement().visibility(),
                    session.isRehearsal());
        }
    }

    @Transactional
    List<SessionView> list(SessionFilter filter, Optional<UUID> after, int rows) {
        return listing.list(filter, access.reader(), after, rows).stream()
                .map(SessionView::of)
                .toList();
    }

    /**
     * To be asked on behalf of those who were let in before, by {@link #requireViewable} or by their tickets.
     *
     * @throws ProblemException 404 {@code not-found}
     */
    @Transactional
    public Shown shown(UUID id) {
        Session session = access.shown(id);
        return new Shown(session.status().onAir(), session.markets(), session.lineup());
    }

    /** What is pinned in these sessions, by session. */
    @Transactional
    public Map<UUID, UUID> pinned(Collection<UUID> ids) {
        return access.pinned(ids);
    }

    /** Those of these sessions that everybody may see. */
    @Transactional
    public Map<UUID, Announced> announced(Collection<UUID> ids) {
        return access.seenByEverybody(ids).stream()
                .collect(Collectors.toMap(
                        Session::id,
                        session -> new Announced(
                                session.title(), session.status(), session.startedAt(), session.endedAt())));
    }

    /** @throws ProblemException 404 {@code not-found} */
    @Transactional
    public Standing standing(UUID id) {
        return standing(access.see(id));
    }

    private Standing standing(Session session) {
        return new Standing(session.status(), session.endedAt(), access.may(session, Permission.RUN_SHOW));
    }

    /** @throws ProblemException 404 {@code not-found} */
    @Transactional
    public Attendance attendance(UUID id) {
        Session session = access.see(id);
        return new Attendance(session.status(), session.startedAt(), access.part(session));
    }

    /**
     * As {@link #standing}, of what counts. Who takes part in it with goods of its own needs no invitation.
     *
     * @param takesPart whether the caller does, by the lineup
     * @throws ProblemException 404 {@code not-found}, 409 {@code rehearsal}
     */
    @Transactional
    public Standing standingCounted(UUID id, Predicate<List<UUID>> takesPart) {
        Session session = access.seeOrTakePart(id, takesPart);
        if (session.isRehearsal()) {
            throw ProblemException.conflict("rehearsal", "A rehearsal is not counted.");
        }
        return standing(session);
    }

    /**
     * Locks a live session for a deal of its host, of an operator or of who may make deals, so that it stays as it is until the
     * transaction ends.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}, 409 {@code session-not-live} or {@code rehearsal}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Stage hostLive(UUID id) {
        Session session = access.lock(id, Permission.DEAL);
        session.requireLive();
        if (session.isRehearsal()) {
            throw ProblemException.conflict("rehearsal", "Nothing is sold in a rehearsal.");
        }
        return new Stage(session.markets(), session.lineup());
    }

    /**
     * Locks a session for a command of its host or an operator, in whatever state it is.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SessionStatus host(UUID id) {
        return access.host(id).status();
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
    private SessionSnapshot snapshot(Session session, String market, boolean everything) {
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

    private static void requireShown(Session session, String market) {
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
