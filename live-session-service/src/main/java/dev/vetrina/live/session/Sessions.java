package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the other features ask of sessions. */
@ApplicationScoped
public class Sessions {

    private final SessionAccess access;
    private final SessionListing listing;

    Sessions(SessionAccess access, SessionListing listing) {
        this.access = access;
        this.listing = listing;
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
     * Who is behind a session.
     *
     * @param showId what it is a rehearsal of, or else itself: a rehearsal has the team of its show
     */
    public record Backroom(UUID hostId, UUID showId) {}

    /**
     * Whose session it is, for who works on it.
     *
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
     * Whether the caller is its host, a moderator, an operator or of its team, whatever each of these may do.
     *
     * @throws ProblemException 404 {@code not-found}
     */
    @Transactional
    public boolean workedOnByCaller(UUID id) {
        return access.worksOn(access.see(id));
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
}
