package dev.vetrina.order.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SecretRepository implements PanacheRepositoryBase<SecretRow, UUID> {

    /** Those that sign at this time. */
    List<SecretRow> valid(UUID endpointId, Instant now) {
        return list("endpointId = ?1 and (expiresAt is null or expiresAt > ?2)", endpointId, now);
    }

    void deleteExpired(UUID endpointId, Instant now) {
        delete("endpointId = ?1 and expiresAt <= ?2", endpointId, now);
    }
}
