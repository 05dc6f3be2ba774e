package dev.vetrina.order.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@DynamicUpdate
@Table(name = "webhook_endpoint")
class EndpointRow {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID brandId;
    private String url;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> eventTypes;

    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private EndpointStatus status = EndpointStatus.ENABLED;

    @Enumerated(EnumType.STRING)
    private @Nullable DisabledReason disabledReason;

    private @Nullable Instant disabledAt;

    /** Kept by the deliveries, which change no version by it. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant failingSince;

    /** When it was enabled again or moved: it may have been failing before, but is given its time anew. Deliveries read it. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable Instant patientSince;

    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected EndpointRow() {}

    EndpointRow(UUID id, UUID brandId, EndpointWish wish, String createdBy, Instant now) {
        this.id = id;
        this.brandId = brandId;
        this.createdBy = createdBy;
        this.createdAt = now;
        take(wish);
    }

    void change(EndpointWish wish, Instant now) {
        if (!url.equals(wish.url())) {
            patientSince = now;
        }
        take(wish);
    }

    private void take(EndpointWish wish) {
        url = wish.url();
        eventTypes = wish.eventTypes();
        description = wish.description();
    }

    /** Again is as good as once, and the first reason stays. Returns whether it was enabled. */
    boolean disable(DisabledReason reason, Instant now) {
        if (status == EndpointStatus.DISABLED) {
            return false;
        }
        status = EndpointStatus.DISABLED;
        disabledReason = reason;
        disabledAt = now;
        return true;
    }

    void enable(Instant now) {
        if (!enabled()) {
            status = EndpointStatus.ENABLED;
            disabledReason = null;
            disabledAt = null;
            patientSince = now;
        }
    }

    boolean enabled() {
        return status == EndpointStatus.ENABLED;
    }

    UUID id() {
        return id;
    }

    UUID brandId() {
        return brandId;
    }

    String url() {
        return url;
    }

    long version() {
        return version;
    }

    WebhookEndpoints.Known known() {
        return new WebhookEndpoints.Known(id, brandId, List.copyOf(eventTypes));
    }

    EndpointView view() {
        return new EndpointView(
                id,
                version,
                brandId,
                url,
                eventTypes,
                description,
                status,
                disabledReason,
                disabledAt,
                failingSince,
                createdAt,
                createdBy);
    }
}
