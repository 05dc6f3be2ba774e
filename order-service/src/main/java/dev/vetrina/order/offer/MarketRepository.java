package dev.vetrina.order.offer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MarketRepository implements PanacheRepositoryBase<MarketRow, String> {}
