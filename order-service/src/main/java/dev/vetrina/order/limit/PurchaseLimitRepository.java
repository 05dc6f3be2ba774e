package dev.vetrina.order.limit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PurchaseLimitRepository implements PanacheRepositoryBase<PurchaseLimitRow, UUID> {}
