package dev.vetrina.order.salesstop;

import dev.vetrina.events.SalesStopEvent.SalesResumed;
import dev.vetrina.events.SalesStopEvent.SalesStopped;
import dev.vetrina.events.SalesStopEvent.Scope;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stop, in force until it is lifted. */
@Entity
@Table(name = "sales_stop")
class SalesStopRow {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    private String code;
    private String reason;
    private @Nullable UUID brandId;
    private String stoppedBy;
    private Instant stoppedAt;
    private @Nullable String liftedBy;
    private @Nullable Instant liftedAt;

    @SuppressWarnings("NullAway.Init")
    protected SalesStopRow() {}

    /** @param brandId the brand that makes it, or null if it is an operator */
    SalesStopRow(UUID id, SalesStopRequest request, @Nullable UUID brandId, String stoppedBy, Instant now) {
        this.id = id;
        this.scope = request.scope();
        this.code = request.code();
        this.reason = request.reason();
        this.brandId = brandId;
        this.stoppedBy = stoppedBy;
        this.stoppedAt = now;
    }

    SalesStopped stopped() {
        return new SalesStopped(id, 0, scope, code, reason, stoppedAt);
    }

    boolean lifted() {
        return liftedAt != null;
    }

    SalesResumed lift(String by, Instant now) {
        liftedBy = by;
        liftedAt = now;
        return new SalesResumed(id, 1, scope, code, now);
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID brandId() {
        return brandId;
    }

    SalesStopView view() {
        return new SalesStopView(id, scope, code, reason, brandId, stoppedBy, stoppedAt, liftedBy, liftedAt);
    }
}
