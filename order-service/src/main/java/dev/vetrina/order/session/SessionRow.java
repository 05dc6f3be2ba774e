package dev.vetrina.order.session;

import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.LiveEvent.SessionStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A live session as it was last announced. */
@Entity
@Table(name = "selling_session")
class SessionRow {

    @Id
    private UUID id;

    private long sequence;
    private UUID creatorId;

    @Enumerated(EnumType.STRING)
    private SessionStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> markets;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {}

    @SuppressWarnings("NullAway.Init")
    SessionRow(SessionChanged event) {
        this.id = event.sessionId();
        apply(event);
    }

    final void apply(SessionChanged event) {
        sequence = event.sequence();
        creatorId = event.creatorId();
        status = event.status();
        markets = event.markets();
    }

    boolean knows(SessionChanged event) {
        return sequence >= event.sequence();
    }

    boolean paused() {
        return status == SessionStatus.PAUSED;
    }

    SellingSession toSession(List<SessionPause> pauses) {
        return new SellingSession(id, creatorId, status, markets, pauses);
    }
}
