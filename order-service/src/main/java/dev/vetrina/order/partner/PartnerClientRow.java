package dev.vetrina.order.partner;

import dev.vetrina.kit.idempotency.IdempotencyLocks;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A partner's client. Its secret is the identity provider's business. */
@Entity
@Table(name = "partner_client")
class PartnerClientRow {

    @Id
    private UUID id;

    @Version
    private long version;

    /** The request that asked for it: a repeat finds what the first run began. */
    @SuppressWarnings("UnusedVariable") // Queries read it.
    private String requestId;

    private UUID brandId;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> scopes;

    @Enumerated(EnumType.STRING)
    private PartnerClientStatus status;

    private @Nullable UUID webhookEndpointId;
    private String createdBy;
    private Instant createdAt;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected PartnerClientRow() {}

    PartnerClientRow(UUID id, String requestId, PartnerClientRequest request, String createdBy, Instant now) {
        this.id = id;
        this.requestId = requestId;
        this.brandId = request.brandId();
        this.name = request.strippedName();
        this.scopes = request.wantedScopes();
        this.status = PartnerClientStatus.PENDING;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** It is there at the provider. */
    void activate(@Nullable UUID endpointId) {
        if (status == PartnerClientStatus.PENDING) {
            status = PartnerClientStatus.ACTIVE;
            webhookEndpointId = endpointId;
        }
    }

    void revoke(Instant now) {
        if (status != PartnerClientStatus.REVOKED) {
            status = PartnerClientStatus.REVOKED;
            revokedAt = now;
        }
    }

    /** @throws ProblemException 409 */
    void requireNotRevoked() {
        if (status == PartnerClientStatus.REVOKED) {
            throw ProblemException.conflict("partner-client-revoked", "The client was revoked: make another.");
        }
    }

    /**
     * Whoever mends a request uses another key: what the first one asked for may be there at the provider.
     *
     * @throws ProblemException 422
     */
    PartnerClientRow requireSame(PartnerClientRequest request) {
        if (!brandId.equals(request.brandId())
                || !name.equals(request.strippedName())
                || !scopes.equals(request.wantedScopes())) {
            throw IdempotencyLocks.reused();
        }
        return this;
    }

    UUID id() {
        return id;
    }

    boolean pending() {
        return status == PartnerClientStatus.PENDING;
    }

    boolean active() {
        return status == PartnerClientStatus.ACTIVE;
    }

    /** Its name at the identity provider: by our id, so that a repeat means the same client. */
    String clientId() {
        return "partner-" + id;
    }

    ClientGrant grant() {
        return new ClientGrant(clientId(), name, brandId, List.copyOf(scopes));
    }

    PartnerClientView view(String tokenUrl) {
        return new PartnerClientView(
                id,
                brandId,
                name,
                List.copyOf(scopes),
                status,
                clientId(),
                tokenUrl,
                webhookEndpointId,
                createdBy,
                createdAt,
                revokedAt);
    }
}
