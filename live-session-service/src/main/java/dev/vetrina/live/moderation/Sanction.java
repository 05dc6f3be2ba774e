package dev.vetrina.live.moderation;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mute or a ban, in one session or everywhere. It ends by its time or by being lifted. */
@Entity
@Table(name = "chat_sanction")
class Sanction {

    @Id
    private UUID id;

    private UUID sessionId;
    private String customerId;
    private String authorId;
    private String authorName;

    @Enumerated(EnumType.STRING)
    private SanctionKind kind;

    private @Nullable String reason;
    private @Nullable Instant endsAt;
    private UUID imposedIn;

    /** Who decided: queries ask for it. */
    @SuppressWarnings("unused")
    private String imposedBy;

    private Instant imposedAt;

    @SuppressWarnings("unused")
    private @Nullable String liftedBy;

    private @Nullable Instant liftedAt;

    @SuppressWarnings("NullAway.Init")
    protected Sanction() {}

    static Sanction impose(UUID id, UUID imposedIn, Speaker speaker, SanctionRequest request, String by, Instant now) {
        Sanction sanction = new Sanction();
        sanction.id = id;
        sanction.sessionId = request.isEverywhere() ? Room.EVERYWHERE : imposedIn;
        sanction.customerId = speaker.customerId();
        sanction.authorId = speaker.authorId();
        sanction.authorName = speaker.authorName();
        sanction.kind = request.kind();
        sanction.reason = request.reason();
        sanction.endsAt = request.durationSeconds() == null ? null : now.plusSeconds(request.durationSeconds());
        sanction.imposedIn = imposedIn;
        sanction.imposedBy = by;
        sanction.imposedAt = now;
        return sanction;
    }

    /** Returns whether it was still in force. */
    boolean lift(String by, Instant now) {
        if (liftedAt != null) {
            return false;
        }
        if (endsAt != null && !now.isBefore(endsAt)) {
            throw ProblemException.conflict("sanction-over", "It ended at " + endsAt + " by itself.");
        }
        liftedBy = by;
        liftedAt = now;
        return true;
    }

    SanctionView view() {
        return new SanctionView(
                id,
                kind,
                sessionId.equals(Room.EVERYWHERE) ? SanctionScope.EVERYWHERE : SanctionScope.SESSION,
                authorId,
                authorName,
                reason,
                endsAt,
                imposedAt,
                liftedAt);
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID imposedIn() {
        return imposedIn;
    }

    String customerId() {
        return customerId;
    }

    SanctionKind kind() {
        return kind;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }
}
