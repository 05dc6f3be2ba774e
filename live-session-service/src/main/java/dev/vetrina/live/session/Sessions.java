package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What viewers and the other features read of sessions. */
@ApplicationScoped
public class Sessions {

    private final SessionAccess access;
    private final Cards cards;
    private final Presence presence;
    private final ShownDeals deals;
    private final ShownChats chats;
    private final Playback playback;

    Sessions(
            SessionAccess access,
            Cards cards,
            Presence presence,
            ShownDeals deals,
            ShownChats chats,
            Playback playback) {
        this.access = access;
        this.cards = cards;
        this.presence = presence;
        this.deals = deals;
        this.chats = chats;
        this.playback = playback;
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
     * The session as everybody sees it.
     *
     * @throws ProblemException 404 {@code not-found}, 422 {@code market-not-shown}
     */
    @Transactional
    public SessionSnapshot asViewer(UUID id, String market) {
        return snapshot(access.seeAsViewer(id), market);
    }

    /**
     * The number of the latest fact, once it is sure that everybody may see this channel.
     *
     * @throws ProblemException 404 {@code not-found}, 422 {@code market-not-shown}
     */
    @Transactional
    public long sequenceAsViewer(UUID id, String market) {
        Session session = access.seeAsViewer(id);
        requireShown(session, market);
        return session.factSequence();
    }

    /** @throws ProblemException 404 {@code not-found} */
    @Transactional
    public void requireViewable(UUID id) {
        access.seeAsViewer(id);
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
        Session session = access.see(id);
        return new Standing(session.status(), session.endedAt(), access.hosts(session));
    }

    /** @throws ProblemException 404 {@code not-found} */
    @Transactional
    public Attendance attendance(UUID id) {
        Session session = access.see(id);
        return new Attendance(session.status(), session.startedAt(), access.part(session));
    }

    /**
     * Locks a live session for a command of its host or an operator, so that it stays as it is until the transaction ends.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}, 409 {@code session-not-live}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Stage hostLive(UUID id) {
        Session session = access.host(id);
        session.requireLive();
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
        return snapshot(session, market == null ? session.markets().getFirst() : market);
    }

    /** Cards and deals are read after the session, so they are never older than its sequence says. */
    private SessionSnapshot snapshot(Session session, String market) {
        requireShown(session, market);
        return SessionSnapshot.of(
                session,
                market,
                cards.in(market, session.lineup()),
                deals.runningIn(session.id(), market),
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
