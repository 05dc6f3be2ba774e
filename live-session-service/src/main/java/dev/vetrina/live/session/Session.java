package dev.vetrina.live.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
    private String title;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> markets;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    private @Nullable Instant startsAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

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

    static Session draft(
            UUID id, UUID creatorId, String title, List<String> markets, @Nullable Instant startsAt, Instant now) {
        requireNotPast(startsAt, now);
        Session session = new Session();
        session.id = id;
        session.creatorId = creatorId;
        session.title = title;
        session.markets = List.copyOf(markets);
        session.startsAt = startsAt;
        session.status = SessionStatus.DRAFT;
        session.lineup = List.of();
        session.createdAt = now;
        session.updatedAt = now;
        return session;
    }

    /** Changes what was announced. Empty if nothing changes, or if nothing was announced yet. */
    Optional<SessionChanged> edit(String newTitle, List<String> newMarkets, @Nullable Instant newStart, Instant now) {
        if (!status.editable()) {
            throw ProblemException.conflict("session-closed", "A session cannot be edited once it is " + status + ".");
        }
        if (status == SessionStatus.SCHEDULED && newStart == null) {
            throw ProblemException.invalid("startsAt", "must be present: the session is scheduled");
        }
        if (title.equals(newTitle) && markets.equals(newMarkets) && Objects.equals(startsAt, newStart)) {
            return Optional.empty();
        }
        if (!Objects.equals(startsAt, newStart)) {
            requireNotPast(newStart, now);
        }
        title = newTitle;
        markets = List.copyOf(newMarkets);
        startsAt = newStart;
        return status == SessionStatus.DRAFT ? touchedUnseen(now) : Optional.of(changed(now));
    }

    Optional<SessionChanged> schedule(Instant start, Instant now) {
        if (status == SessionStatus.SCHEDULED && start.equals(startsAt)) {
            return Optional.empty();
        }
        requireCanBecome(SessionStatus.SCHEDULED);
        requireNotPast(start, now);
        become(SessionStatus.SCHEDULED);
        startsAt = start;
        return Optional.of(changed(now));
    }

    Optional<SessionChanged> start(Instant now) {
        if (status == SessionStatus.LIVE) {
            return Optional.empty();
        }
        if (status != SessionStatus.SCHEDULED) {
            throw illegal(SessionStatus.LIVE);
        }
        if (lineup.isEmpty()) {
            throw ProblemException.conflict(
                    "lineup-empty", "A session starts with at least one product in its lineup.");
        }
        become(SessionStatus.LIVE);
        startsAt = now;
        startedAt = now;
        return Optional.of(changed(now));
    }

    /** What is pinned stays pinned. */
    Optional<SessionChanged> pause(Instant now) {
        if (status == SessionStatus.PAUSED) {
            return Optional.empty();
        }
        become(SessionStatus.PAUSED);
        return Optional.of(changed(now));
    }

    Optional<SessionChanged> resume(Instant now) {
        if (status == SessionStatus.LIVE) {
            return Optional.empty();
        }
        if (status != SessionStatus.PAUSED) {
            throw illegal(SessionStatus.LIVE);
        }
        become(SessionStatus.LIVE);
        return Optional.of(changed(now));
    }

    /** Nothing stays pinned. */
    Optional<SessionChanged> end(Instant now) {
        if (status == SessionStatus.ENDED) {
            return Optional.empty();
        }
        become(SessionStatus.ENDED);
        endedAt = now;
        pinnedProductId = null;
        return Optional.of(changed(now));
    }

    /** A draft that is cancelled was never announced, so there is nothing to tell. */
    Optional<SessionChanged> cancel(Instant now) {
        if (status == SessionStatus.CANCELLED) {
            return Optional.empty();
        }
        boolean announced = status != SessionStatus.DRAFT;
        become(SessionStatus.CANCELLED);
        return announced ? Optional.of(changed(now)) : touchedUnseen(now);
    }

    /**
     * Replaces the lineup. A pinned product that is no longer in it must be unpinned first.
     *
     * @return whether it changed
     */
    boolean lineUp(List<UUID> productIds, Instant now) {
        if (!status.open()) {
            throw ProblemException.conflict(
                    "session-closed", "The lineup cannot be changed once it is " + status + ".");
        }
        if (status.onAir() && productIds.isEmpty()) {
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
        if (!status.onAir()) {
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

    private static void requireNotPast(@Nullable Instant start, Instant now) {
        if (start != null && start.isBefore(now)) {
            throw ProblemException.invalid("startsAt", "must not be in the past");
        }
    }

    void requireLive() {
        if (status != SessionStatus.LIVE) {
            throw notLive();
        }
    }

    private ProblemException notLive() {
        return ProblemException.conflict("session-not-live", "The session is " + status + ".")
                .with("sessionStatus", status);
    }

    private void become(SessionStatus next) {
        requireCanBecome(next);
        status = next;
    }

    private void requireCanBecome(SessionStatus next) {
        if (!status.canBecome(next)) {
            throw illegal(next);
        }
    }

    private ProblemException illegal(SessionStatus next) {
        return ProblemException.conflict(
                        "illegal-transition", "A session that is " + status + " cannot become " + next + " by this.")
                .with("sessionStatus", status);
    }

    private Optional<SessionChanged> touchedUnseen(Instant now) {
        updatedAt = now;
        return Optional.empty();
    }

    private SessionChanged changed(Instant now) {
        updatedAt = now;
        return new SessionChanged(
                id,
                version + 1,
                creatorId,
                title,
                markets,
                dev.vetrina.events.LiveEvent.SessionStatus.valueOf(status.name()),
                Objects.requireNonNull(startsAt, "an announced session has a start"),
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

    String title() {
        return title;
    }

    List<String> markets() {
        return markets;
    }

    SessionStatus status() {
        return status;
    }

    @Nullable
    Instant startsAt() {
        return startsAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
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
