package dev.vetrina.live.team;

import dev.vetrina.live.session.Permission;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody who helps the host of a session: a creator, or a login without one. */
@Entity
class TeamMember {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID sessionId;
    private @Nullable UUID creatorId;
    private @Nullable String subject;

    @Enumerated(EnumType.STRING)
    private TeamRole role;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permissions;

    private Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    protected TeamMember() {}

    @SuppressWarnings("NullAway.Init")
    TeamMember(UUID id, UUID sessionId, @Nullable UUID creatorId, @Nullable String subject, Instant now) {
        this.id = id;
        this.sessionId = sessionId;
        this.creatorId = creatorId;
        this.subject = subject;
        this.addedAt = now;
    }

    void give(TeamRole newRole, Collection<Permission> given) {
        role = newRole;
        permissions = new TreeSet<>(given).stream().map(Permission::name).toList();
    }

    boolean is(@Nullable UUID creator, String login) {
        return creatorId == null ? login.equals(subject) : creatorId.equals(creator);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID sessionId() {
        return sessionId;
    }

    List<Permission> permissions() {
        return permissions.stream().map(Permission::valueOf).toList();
    }

    TeamMemberView view() {
        return new TeamMemberView(id, version, creatorId, subject, role, permissions(), addedAt);
    }
}
