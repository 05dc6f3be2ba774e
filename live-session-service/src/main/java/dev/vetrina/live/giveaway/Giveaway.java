package dev.vetrina.live.giveaway;

import static java.util.Objects.requireNonNull;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A prize that is drawn among those who enter. It is changed only by whoever has locked its row. */
@Entity
class Giveaway {

    @Id
    private UUID id;

    private UUID sessionId;
    private String prize;
    private int winners;

    @Enumerated(EnumType.STRING)
    private GiveawayStatus status;

    private String seed;
    private Instant opensAt;
    private Instant closesAt;
    private Instant drawsAt;
    private @Nullable Integer entries;
    private @Nullable String entriesHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<UUID> drawn;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Giveaway() {}

    /** When each step is made. */
    record Times(Instant opensAt, Instant closesAt, Instant drawsAt) {}

    static Giveaway announced(
            UUID id, UUID sessionId, String prize, int winners, String seed, Times times, Instant now) {
        Giveaway giveaway = new Giveaway();
        giveaway.id = id;
        giveaway.sessionId = sessionId;
        giveaway.prize = prize;
        giveaway.winners = winners;
        giveaway.seed = seed;
        giveaway.opensAt = times.opensAt();
        giveaway.closesAt = times.closesAt();
        giveaway.drawsAt = times.drawsAt();
        giveaway.status = GiveawayStatus.ANNOUNCED;
        giveaway.createdAt = now;
        return giveaway;
    }

    /** The step that is due by now. */
    boolean due(GiveawayStatus next, Instant now) {
        return status.canBecome(next)
                && switch (next) {
                    case OPEN -> !now.isBefore(opensAt);
                    case CLOSED -> !now.isBefore(closesAt);
                    case DRAWN -> !now.isBefore(drawsAt);
                    case ANNOUNCED, CANCELLED -> false;
                };
    }

    void open() {
        become(GiveawayStatus.OPEN);
    }

    /** Freezes the entries. */
    void close(List<Draw.Line> lines) {
        become(GiveawayStatus.CLOSED);
        entries = lines.size();
        entriesHash = Draw.entriesHash(lines);
    }

    /** @throws IllegalStateException if these are not the entries that were frozen */
    void draw(List<Draw.Line> lines) {
        if (!Draw.entriesHash(lines).equals(entriesHash)) {
            throw new IllegalStateException("the entries of giveaway " + id + " are not those that were frozen");
        }
        become(GiveawayStatus.DRAWN);
        drawn = Draw.winners(
                seed,
                requireNonNull(entriesHash),
                lines.stream().map(Draw.Line::entryId).toList(),
                winners);
    }

    /** @return whether it was not cancelled already */
    boolean cancel() {
        if (status == GiveawayStatus.CANCELLED) {
            return false;
        }
        if (!status.canBecome(GiveawayStatus.CANCELLED)) {
            throw conflict("giveaway-closed", "Once its entries are frozen, nobody can stop the draw.");
        }
        status = GiveawayStatus.CANCELLED;
        return true;
    }

    /** @throws ProblemException 409 {@code giveaway-not-open} or {@code giveaway-closed} */
    void requireOpen(Instant now) {
        if (status == GiveawayStatus.ANNOUNCED) {
            throw conflict("giveaway-not-open", "It opens at " + opensAt + ".");
        }
        if (status != GiveawayStatus.OPEN || !now.isBefore(closesAt)) {
            throw closed();
        }
    }

    ProblemException closed() {
        return conflict("giveaway-closed", "Its entries are final.");
    }

    private ProblemException conflict(String code, String detail) {
        return ProblemException.conflict(code, detail).with("giveawayStatus", status);
    }

    private void become(GiveawayStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("giveaway " + id + " cannot go from " + status + " to " + next);
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    String prize() {
        return prize;
    }

    int winners() {
        return winners;
    }

    GiveawayStatus status() {
        return status;
    }

    String commitment() {
        return Draw.commitment(seed);
    }

    /** Null until it is drawn: whoever knew it earlier could choose what to enter. */
    @Nullable
    String revealedSeed() {
        return status == GiveawayStatus.DRAWN ? seed : null;
    }

    Times times() {
        return new Times(opensAt, closesAt, drawsAt);
    }

    @Nullable
    Integer entries() {
        return entries;
    }

    @Nullable
    String entriesHash() {
        return entriesHash;
    }

    /** The winning entries, the first winner first; none until it is drawn. */
    List<UUID> drawn() {
        return drawn == null ? List.of() : drawn;
    }

    Instant createdAt() {
        return createdAt;
    }
}
