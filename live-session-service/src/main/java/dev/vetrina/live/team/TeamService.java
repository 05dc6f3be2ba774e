package dev.vetrina.live.team;

import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.creator.Creators;
import dev.vetrina.live.session.Permission;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Sessions.Owned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is on the team of a session. Changes of one team take turns, because they lock its session. */
@ApplicationScoped
class TeamService {

    private static final int LARGEST = 50;

    private final TeamRepository members;
    private final Sessions sessions;
    private final Creators creators;
    private final Caller caller;
    private final Clock clock;

    TeamService(TeamRepository members, Sessions sessions, Creators creators, Caller caller, Clock clock) {
        this.members = members;
        this.sessions = sessions;
        this.creators = creators;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TeamView team(UUID sessionId) {
        Sessions.Backroom backroom = sessions.backroom(sessionId);
        return new TeamView(
                backroom.hostId(),
                members.of(backroom.showId()).stream().map(TeamMember::view).toList());
    }

    /** Somebody who is on the team already stays as they are. */
    @Transactional
    TeamMemberView add(UUID sessionId, AddMemberRequest request) {
        Owned session = sessions.own(sessionId);
        if (session.rehearsal()) {
            throw ProblemException.conflict("rehearsal", "The team of a rehearsal is that of its show.");
        }
        requireOneName(request);
        requireKnownAndNotTheHost(request.creatorId(), session);
        List<TeamMember> team = members.of(sessionId);
        team.stream()
                .filter(member -> request.creatorId() == null
                        ? member.is(null, String.valueOf(request.subject()))
                        : member.is(request.creatorId(), ""))
                .findFirst()
                .ifPresent(member -> {
                    throw ProblemException.conflict("already-member", "They are on the team already.")
                            .with("memberId", member.id());
                });
        if (team.size() >= LARGEST) {
            throw ProblemException.conflict("team-full", "A team has at most " + LARGEST + " members.");
        }
        TeamMember member = new TeamMember(
                Ids.next(),
                sessionId,
                request.creatorId(),
                request.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        member.give(request.role(), request.given());
        members.persistAndFlush(member);
        return member.view();
    }

    @Transactional
    TeamMemberView edit(
            UUID sessionId, UUID memberId, @Nullable String ifMatch, TeamRole role, Collection<Permission> given) {
        Owned session = sessions.own(sessionId);
        TeamMember member = member(session, memberId);
        Preconditions.requireMatch(ifMatch, member.version());
        member.give(role, given);
        members.flush();
        return member.view();
    }

    /** The host and operators remove anybody, a member only itself. */
    @Transactional
    void remove(UUID sessionId, UUID memberId) {
        List<TeamMember> own = members.in(sessionId, creators.ofCaller(), caller.subject()).stream()
                .filter(member -> member.id().equals(memberId))
                .toList();
        if (own.isEmpty()) {
            members.delete(member(sessions.own(sessionId), memberId));
        } else {
            own.forEach(members::delete);
        }
    }

    private TeamMember member(Owned session, UUID memberId) {
        if (memberId.equals(session.creatorId())) {
            throw ProblemException.conflict("host-stays", "The host is no member of the team and cannot be removed.");
        }
        return members.findByIdOptional(memberId)
                .filter(found -> found.sessionId().equals(session.id()))
                .orElseThrow(() -> ProblemException.notFound("team member", memberId));
    }

    private static void requireOneName(AddMemberRequest request) {
        if ((request.creatorId() == null) == (request.subject() == null)) {
            throw ProblemException.invalid("creatorId", "must be present, or else subject, and not both");
        }
    }

    private void requireKnownAndNotTheHost(@Nullable UUID creatorId, Owned session) {
        if (creatorId == null) {
            return;
        }
        if (!creators.exists(creatorId)) {
            throw ProblemException.notFound("creator", creatorId);
        }
        if (creatorId.equals(session.creatorId())) {
            throw ProblemException.conflict("already-host", "The host has every permission already.");
        }
    }
}
