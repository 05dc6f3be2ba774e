package dev.vetrina.live.runsheet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class RunsheetRepository implements PanacheRepositoryBase<Runsheet, UUID> {}
