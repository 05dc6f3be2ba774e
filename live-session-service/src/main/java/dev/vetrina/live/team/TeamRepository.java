package dev.vetrina.live.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<TeamMember, UUID> {

    private static final UUID NOBODY = new UUID(0, 0);

    List<TeamMember> of(UUID sessionId) {
        return list("sessionId = ?1 order by id", sessionId);
    }

    /** A creator's memberships, also those that its login was given before it registered. */
    List<TeamMember> in(UUID sessionId, Optional<UUID> creatorId, String subject) {
        return list(
                "sessionId = ?1 and (creatorId = ?2 or subject = ?3)", sessionId, creatorId.orElse(NOBODY), subject);
    }

    List<UUID> sessionsOf(Optional<UUID> creatorId, String subject, int limit) {
        return find("creatorId = ?1 or subject = ?2 order by id desc", creatorId.orElse(NOBODY), subject)
                .page(0, limit)
                .<TeamMember>list()
                .stream()
                .map(TeamMember::sessionId)
                .toList();
    }
}
