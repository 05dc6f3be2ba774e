package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What viewers who were let in get to see, for the features that serve them by the thousand: it asks no caller. */
@ApplicationScoped
public class Auditorium {

    private final SessionAccess access;
    private final Snapshots snapshots;

    Auditorium(SessionAccess access, Snapshots snapshots) {
        this.access = access;
        this.snapshots = snapshots;
    }

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
        return snapshots.snapshot(access.shown(id), market, false);
    }

    /**
     * Asks no caller: a gateway has streams of what only some may watch, too.
     *
     * @throws ProblemException 404 {@code not-found}, 422 {@code market-not-shown}
     */
    @Transactional
    public Channel channel(UUID id, String market) {
        Session session = access.shown(id);
        Snapshots.requireShown(session, market);
        return new Channel(session.factSequence(), !session.isOpenToAll());
    }

    /**
     * To be asked on behalf of those who were let in before, by {@link Sessions#requireViewable} or by their tickets.
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
}
