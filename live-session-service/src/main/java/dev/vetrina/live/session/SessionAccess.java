package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.creator.Creators;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The one place that decides who may see a session and who may change it. Its host and operators may do everything; its team
 * what each was given; moderators what {@link Permission#PRESENT} and {@link Permission#MODERATE} allow, once it is announced.
 * A draft and a rehearsal are seen by those who work on them only, an invite-only session also by who was let in. What one may
 * not see is not there.
 */
@ApplicationScoped
class SessionAccess {

    private final SessionRepository sessions;
    private final Creators creators;
    private final SessionTeam team;
    private final Admissions admissions;
    private final Caller caller;
    private final Attendance attendance;

    SessionAccess(
            SessionRepository sessions,
            Creators creators,
            SessionTeam team,
            Admissions admissions,
            Caller caller,
            Attendance attendance) {
        this.sessions = sessions;
        this.creators = creators;
        this.team = team;
        this.admissions = admissions;
        this.caller = caller;
        this.attendance = attendance;
    }

    Session see(UUID id) {
        return visible(id, sessions.findByIdOptional(id));
    }

    /**
     * As {@link #see}, and for a brand that takes part, which needs no invitation to what concerns itself alone.
     *
     * @param takesPart whether it does, by the lineup; asked only where the caller may not see the session otherwise
     */
    Session seeOrTakePart(UUID id, Predicate<List<UUID>> takesPart) {
        return sessions.findByIdOptional(id)
                .filter(session -> visible(session)
                        || (session.isAnnounced() && !session.isRehearsal() && takesPart.test(session.lineup())))
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    /** As a viewer: nobody watches a draft. */
    Session watch(UUID id) {
        return visible(id, sessions.findByIdOptional(id).filter(Session::isAnnounced));
    }

    /** For what asks on behalf of viewers who have been let in: it asks no caller. */
    Session shown(UUID id) {
        return sessions.findByIdOptional(id)
                .filter(Session::isAnnounced)
                .orElseThrow(() -> ProblemException.notFound("session", id));
    }

    Map<UUID, UUID> pinned(Collection<UUID> ids) {
        return sessions.pinned(ids);
    }

    /** Those that are announced to everybody. */
    List<Session> seenByEverybody(Collection<UUID> ids) {
        return sessions.list("id in ?1", ids).stream().filter(Session::isListed).toList();
    }

    /** Locks it for a command that is its host's, an operator's or that of whoever runs the show with them. */
    Session host(UUID id) {
        return lock(id, Permission.RUN_SHOW);
    }

    /** Locks it for a command that moderators may give, too. */
    Session present(UUID id) {
        return lock(id, Permission.PRESENT);
    }

    Session lock(UUID id, Permission permission) {
        Session session = visible(id, sessions.lock(id));
        if (!may(session, permission)) {
            throw owned();
        }
        attendance.attend(id);
        return session;
    }

    /** Locks it for what its host and operators keep to themselves. */
    Session own(UUID id) {
        Session session = visible(id, sessions.lock(id));
        if (!owns(session)) {
            throw owned();
        }
        attendance.attend(id);
        return session;
    }

    /** Only for who works on it. */
    Session behindTheScenes(UUID id) {
        Session session = see(id);
        if (!worksOn(session)) {
            throw owned();
        }
        return session;
    }

    boolean may(Session session, Permission permission) {
        return owns(session)
                || moderates(session, permission)
                || team.permissionsOfCaller(session.showId()).contains(permission);
    }

    boolean owns(Session session) {
        return caller.is(Roles.OPERATOR)
                || creators.ofCaller().filter(session.creatorId()::equals).isPresent();
    }

    Part part(Session session) {
        if (creators.ofCaller().filter(session.creatorId()::equals).isPresent()) {
            return Part.HOST;
        }
        if (caller.is(Roles.OPERATOR)) {
            return Part.OPERATOR;
        }
        return may(session, Permission.MODERATE) ? Part.MODERATOR : Part.VIEWER;
    }

    SessionListing.Reader reader() {
        return new SessionListing.Reader(caller.is(Roles.OPERATOR), creators.ofCaller(), team.sessionsOfCaller());
    }

    private boolean moderates(Session session, Permission permission) {
        return caller.is(Roles.MODERATOR)
                && session.isAnnounced()
                && !session.isRehearsal()
                && (permission == Permission.PRESENT || permission == Permission.MODERATE);
    }

    private Session visible(UUID id, Optional<Session> found) {
        return found.filter(this::visible).orElseThrow(() -> ProblemException.notFound("session", id));
    }

    private boolean visible(Session session) {
        return (session.isAnnounced() && session.isOpenToAll()) || worksOn(session) || admitted(session);
    }

    boolean worksOn(Session session) {
        return owns(session)
                || moderates(session, Permission.MODERATE)
                || !team.permissionsOfCaller(session.showId()).isEmpty();
    }

    private boolean admitted(Session session) {
        return session.isAnnounced() && !session.isRehearsal() && admissions.admitsCaller(session.id());
    }

    private static ProblemException owned() {
        return ProblemException.forbidden("This session belongs to another creator.");
    }
}
