package dev.vetrina.order.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PartnerClientRepository implements PanacheRepositoryBase<PartnerClientRow, UUID> {

    Optional<PartnerClientRow> ofRequest(String requestId) {
        return find("requestId", requestId).firstResultOptional();
    }

    /** @param brandId whose clients, or null for everybody's */
    List<PartnerClientRow> list(@Nullable UUID brandId, Optional<UUID> after, int rows) {
        UUID from = after.orElse(new UUID(0, 0));
        return (brandId == null
                        ? find("id > ?1 order by id", from)
                        : find("id > ?1 and brandId = ?2 order by id", from, brandId))
                .page(0, rows)
                .list();
    }
}
