package dev.vetrina.order.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class OfferRepository implements PanacheRepositoryBase<OfferRow, UUID> {

    List<OfferRow> ofProduct(UUID productId) {
        return list("productId", productId);
    }
}
