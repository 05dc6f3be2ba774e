package dev.vetrina.order.salesstop;

import dev.vetrina.events.SalesStopEvent.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SalesStopRepository implements PanacheRepositoryBase<SalesStopRow, UUID> {

    /**
     * Waits for every batch that has read the stops, and keeps others from reading them until this transaction ends. The number is that
     * of the function {@code active_sales_stops}.
     */
    void lockOutBatches() {
        var _ = getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(7161676831)")
                .getSingleResult();
    }

    /** @param brandId whose stop, or null for the operators' */
    Optional<SalesStopRow> active(Scope scope, String code, @Nullable UUID brandId) {
        return find("scope = ?1 and code = ?2 and liftedAt is null", scope, code).stream()
                .filter(stop -> Objects.equals(stop.brandId(), brandId))
                .findFirst();
    }

    List<SalesStopRow> list(boolean activeOnly, UUID after, int rows) {
        return find("id > ?1 and (?2 = false or liftedAt is null) order by id", after, activeOnly)
                .page(0, rows)
                .list();
    }
}
