package dev.vetrina.order.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class BrandRepository implements PanacheRepositoryBase<BrandRow, UUID> {}
