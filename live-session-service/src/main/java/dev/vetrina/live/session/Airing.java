package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands and since when. A command answers whether it changed anything: one whose target state already holds
 * does not.
 */
@Embeddable
class Airing {

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    /** When it was first announced, which a draft never was, also once it is cancelled. */
    private @Nullable Instant announcedAt;

    private @Nullable Instant startsAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Airing() {}

    @SuppressWarnings("NullAway.Init")
    private Airing(SessionStatus status, @Nullable Instant startsAt) {
        this.status = status;
        this.startsAt = startsAt;
    }

    static Airing draft(@Nullable Instant startsAt, Instant now) {
        requireNotPast(startsAt, now);
        return new Airing(SessionStatus.DRAFT, startsAt);
    }

    /** Changes the start that is intended or announced. One that stays may have passed. */
    boolean move(@Nullable Instant start, Instant now) {
        if (status == SessionStatus.SCHEDULED && start == null) {
            throw ProblemException.invalid("startsAt", "must be present: the session is scheduled");
        }
        if (Objects.equals(startsAt, start)) {
            return false;
        }
        requireNotPast(start, now);
        startsAt = start;
        return true;
    }

    boolean schedule(Instant start, Instant now) {
        if (status == SessionStatus.SCHEDULED && start.equals(startsAt)) {
            return false;
        }
        requireCanBecome(SessionStatus.SCHEDULED);
        requireNotPast(start, now);
        become(SessionStatus.SCHEDULED);
        startsAt = start;
        announcedAt = announcedAt == null ? now : announcedAt;
        return true;
    }

    /** @return the start announced before, or null if it is the same already */
    @Nullable
    Instant postpone(Instant start, Instant now) {
        if (status != SessionStatus.SCHEDULED || startsAt == null) {
            throw illegal(SessionStatus.SCHEDULED);
        }
        if (start.equals(startsAt)) {
            return null;
        }
        requireNotPast(start, now);
        if (start.isBefore(startsAt)) {
            throw ProblemException.invalid(
                    "startsAt", "must be later than the start announced; `schedule` moves it ahead");
        }
        Instant before = startsAt;
        startsAt = start;
        return before;
    }

    /** From scheduled only: a paused session is resumed. */
    boolean start(Instant now) {
        if (status == SessionStatus.LIVE) {
            return false;
        }
        requireStartable();
        become(SessionStatus.LIVE);
        startsAt = now;
        startedAt = now;
        return true;
    }

    void requireStartable() {
        if (status != SessionStatus.SCHEDULED && status != SessionStatus.LIVE) {
            throw illegal(SessionStatus.LIVE);
        }
    }

    boolean pause() {
        return turn(SessionStatus.PAUSED);
    }

    boolean resume() {
        if (status != SessionStatus.LIVE && status != SessionStatus.PAUSED) {
            throw illegal(SessionStatus.LIVE);
        }
        return turn(SessionStatus.LIVE);
    }

    boolean end(Instant now) {
        if (!turn(SessionStatus.ENDED)) {
            return false;
        }
        endedAt = now;
        return true;
    }

    boolean cancel() {
        return turn(SessionStatus.CANCELLED);
    }

    private boolean turn(SessionStatus next) {
        if (status == next) {
            return false;
        }
        become(next);
        return true;
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

    private static void requireNotPast(@Nullable Instant start, Instant now) {
        if (start != null && start.isBefore(now)) {
            throw ProblemException.invalid("startsAt", "must not be in the past");
        }
    }

    SessionStatus status() {
        return status;
    }

    boolean announced() {
        return announcedAt != null;
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
}
