package dev.vetrina.order.shipping;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ShippingRatesRepository implements PanacheRepositoryBase<ShippingRatesRow, UUID> {

    Optional<ShippingRatesRow> of(UUID brandId, String market) {
        return find("brandId = ?1 and market = ?2", brandId, market).firstResultOptional();
    }
}
