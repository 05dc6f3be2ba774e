package dev.vetrina.order.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pause of a show, as it was announced. */
@Entity
@Table(name = "session_pause")
@IdClass(SessionPauseRow.Key.class)
class SessionPauseRow {

    @Id
    private UUID sessionId;

    @Id
    private Instant pausedAt;

    private @Nullable Instant resumedAt;

    record Key(UUID sessionId, Instant pausedAt) implements Serializable {}

    @SuppressWarnings("NullAway.Init")
    protected SessionPauseRow() {}

    SessionPauseRow(UUID sessionId, Instant pausedAt) {
        this.sessionId = sessionId;
        this.pausedAt = pausedAt;
    }

    void resume(Instant at) {
        resumedAt = at;
    }

    SessionPause toPause() {
        return new SessionPause(pausedAt, resumedAt);
    }
}
