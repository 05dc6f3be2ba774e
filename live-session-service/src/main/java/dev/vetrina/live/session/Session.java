package dev.vetrina.live.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionPostponed;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A live show. Its version counts what its host edits: neither a pin nor a fact makes the lineup that a host is editing
 * stale. A command whose target state already holds changes nothing.
 */
@Entity
class Session {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID creatorId;

    @Embedded
    private Origin origin;

    @Embedded
    private Announcement announcement;

    @Embedded
    private Airing airing;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> lineup;

    @OptimisticLock(excluded = true)
    private @Nullable UUID pinnedProductId;

    /** Raised by the fact log alone. */
    @Column(insertable = false, updatable = false)
    private long factSequence;

    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Session() {}

    static Session draft(UUID id, UUID creatorId, Announcement announcement, @Nullable Instant startsAt, Instant now) {
        Session session = new Session();
        session.id = id;
        session.creatorId = creatorId;
        session.origin = new Origin();
        session.announcement = announcement;
        session.airing = Airing.draft(startsAt, now);
        session.lineup = List.of();
        session.createdAt = now;
        session.updatedAt = now;
        return session;
    }

    /** Rehearses what this session will be: a room of its own, of which nobody is told. */
    Session rehearsal(UUID rehearsalId, Instant now) {
        if (!status().editable() || isRehearsal()) {
            throw ProblemException.conflict("session-closed", "A show is rehearsed before it is live.")
                    .with("sessionStatus", status());
        }
        Session rehearsal = draft(rehearsalId, creatorId, announcement, now, now);
        rehearsal.origin.rehearse(id);
        rehearsal.lineup = lineup;
        rehearsal.airing.schedule(now, now);
        return rehearsal;
    }

    /** Changes what was announced. Empty if nothing changes, or if nothing was announced yet. */
    Optional<SessionChanged> edit(Announcement edited, @Nullable Instant newStart, Instant now) {
        if (!status().editable()) {
            throw ProblemException.conflict(
                    "session-closed", "A session cannot be edited once it is " + status() + ".");
        }
        if (isAnnounced() && edited.inviteOnly() != announcement.inviteOnly()) {
            // Whoever watches was let in by the old rule, and caches along the way answer by it.
            throw ProblemException.conflict(
                    "visibility-fixed", "Once announced, a session stays invite-only or stays open to everybody.");
        }
        boolean moved = airing.move(newStart, now);
        if (!moved && announcement.equals(edited)) {
            return Optional.empty();
        }
        announcement = edited;
        return isAnnounced() ? Optional.of(changed(now)) : touchedUnseen(now);
    }

    Optional<SessionChanged> schedule(Instant start, Instant now) {
        return airing.schedule(start, now) ? Optional.of(changed(now)) : Optional.empty();
    }

    /** Announces a later start. Empty if it is announced already. */
    Optional<SessionPostponed> postpone(Instant start, String reason, Instant now) {
        return Optional.ofNullable(airing.postpone(start, now))
                .map(before -> new SessionPostponed(id, version + 1, before, start, reason, now));
    }

    Optional<SessionChanged> start(Instant now) {
        airing.requireStartable();
        if (lineup.isEmpty()) {
            throw ProblemException.conflict(
                    "lineup-empty", "A session starts with at least one product in its lineup.");
        }
        return airing.start(now) ? Optional.of(changed(now)) : Optional.empty();
    }

    /** What is pinned stays pinned. */
    Optional<SessionChanged> pause(Instant now) {
        return airing.pause() ? Optional.of(changed(now)) : Optional.empty();
    }

    Optional<SessionChanged> resume(Instant now) {
        return airing.resume() ? Optional.of(changed(now)) : Optional.empty();
    }

    /** Nothing stays pinned. */
    Optional<SessionChanged> end(Instant now) {
        if (!airing.end(now)) {
            return Optional.empty();
        }
        pinnedProductId = null;
        return Optional.of(changed(now));
    }

    /** A draft that is cancelled was never announced, so there is nothing to tell. */
    Optional<SessionChanged> cancel(Instant now) {
        if (!airing.cancel()) {
            return Optional.empty();
        }
        return isAnnounced() ? Optional.of(changed(now)) : touchedUnseen(now);
    }

    /**
     * Replaces the lineup. A pinned product that is no longer in it must be unpinned first.
     *
     * @return whether it changed
     */
    boolean lineUp(List<UUID> productIds, Instant now) {
        if (!status().open()) {
            throw ProblemException.conflict(
                    "session-closed", "The lineup cannot be changed once it is " + status() + ".");
        }
        if (status().onAir() && productIds.isEmpty()) {
            throw ProblemException.conflict("lineup-empty", "A live session keeps at least one product in its lineup.");
        }
        if (lineup.equals(productIds)) {
            return false;
        }
        lineup = List.copyOf(productIds);
        updatedAt = now;
        return true;
    }

    /** @return whether it was not pinned already */
    boolean pin(UUID productId) {
        if (!status().onAir()) {
            throw notLive();
        }
        if (!lineup.contains(productId)) {
            throw ProblemException.conflict("not-in-lineup", "Only a product of the lineup can be pinned.");
        }
        boolean changes = !productId.equals(pinnedProductId);
        pinnedProductId = productId;
        return changes;
    }

    /** @return the product that was pinned */
    Optional<UUID> unpin() {
        Optional<UUID> pinned = Optional.ofNullable(pinnedProductId);
        pinnedProductId = null;
        return pinned;
    }

    void requireLive() {
        if (status() != SessionStatus.LIVE) {
            throw notLive();
        }
    }

    private ProblemException notLive() {
        return ProblemException.conflict("session-not-live", "The session is " + status() + ".")
                .with("sessionStatus", status());
    }

    private Optional<SessionChanged> touchedUnseen(Instant now) {
        updatedAt = now;
        return Optional.empty();
    }

    /** The whole state as it is announced now. */
    SessionChanged changed(Instant now) {
        updatedAt = now;
        return new SessionChanged(
                id,
                version + 1,
                creatorId,
                announcement.title(),
                announcement.markets(),
                dev.vetrina.events.LiveEvent.SessionStatus.valueOf(status().name()),
                Objects.requireNonNull(airing.startsAt(), "an announced session has a start"),
                now);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID creatorId() {
        return creatorId;
    }

    Origin origin() {
        return origin;
    }

    boolean isRehearsal() {
        return origin.rehearsalOf() != null;
    }

    /** The session whose team, host and plans these are. */
    UUID showId() {
        UUID show = origin.rehearsalOf();
        return show == null ? id : show;
    }

    boolean isAnnounced() {
        return airing.announced();
    }

    /** Whether everybody finds it, and not only who has its id. */
    boolean isListed() {
        return isAnnounced() && !isRehearsal() && announcement.listed();
    }

    /** Whether everybody may watch once it is announced. */
    boolean isOpenToAll() {
        return !isRehearsal() && !announcement.inviteOnly();
    }

    Announcement announcement() {
        return announcement;
    }

    String title() {
        return announcement.title();
    }

    List<String> markets() {
        return announcement.markets();
    }

    SessionStatus status() {
        return airing.status();
    }

    @Nullable
    Instant startsAt() {
        return airing.startsAt();
    }

    @Nullable
    Instant startedAt() {
        return airing.startedAt();
    }

    @Nullable
    Instant endedAt() {
        return airing.endedAt();
    }

    List<UUID> lineup() {
        return lineup;
    }

    @Nullable
    UUID pinnedProductId() {
        return pinnedProductId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long factSequence() {
        return factSequence;
    }
}
