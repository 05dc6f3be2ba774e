package dev.vetrina.live.card;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MarketRepository implements PanacheRepositoryBase<Market, String> {}
