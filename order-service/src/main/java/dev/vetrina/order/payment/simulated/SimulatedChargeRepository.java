package dev.vetrina.order.payment.simulated;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SimulatedChargeRepository implements PanacheRepositoryBase<SimulatedCharge, UUID> {}
