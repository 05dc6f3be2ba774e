package dev.vetrina.live.team;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.creator.Creators;
import dev.vetrina.live.session.Permission;
import dev.vetrina.live.session.SessionTeam;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who of a team is asking. */
@ApplicationScoped
class Team implements SessionTeam {

    /** Of the latest memberships: lists show no more of what is not public. */
    private static final int LISTED = 1_000;

    private final TeamRepository members;
    private final Creators creators;
    private final Caller caller;

    Team(TeamRepository members, Creators creators, Caller caller) {
        this.members = members;
        this.creators = creators;
        this.caller = caller;
    }

    @Override
    @Transactional
    public Set<Permission> permissionsOfCaller(UUID sessionId) {
        String subject = caller.subject();
        if (subject.isEmpty()) {
            return Set.of();
        }
        return members.in(sessionId, creators.ofCaller(), subject).stream()
                .flatMap(member -> member.permissions().stream())
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Set<UUID> sessionsOfCaller() {
        String subject = caller.subject();
        return subject.isEmpty() ? Set.of() : Set.copyOf(members.sessionsOf(creators.ofCaller(), subject, LISTED));
    }
}
