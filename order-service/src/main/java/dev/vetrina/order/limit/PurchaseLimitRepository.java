package dev.vetrina.order.limit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PurchaseLimitRepository implements PanacheRepositoryBase<PurchaseLimitRow, UUID> {

    /** All variants that have a limit. */
    List<UUID> variantIds() {
        return getEntityManager()
                .createQuery("select variantId from PurchaseLimitRow", UUID.class)
                .getResultList();
    }
}
