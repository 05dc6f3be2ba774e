package dev.vetrina.catalog.market;

import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class MarketRepository implements PanacheRepositoryBase<Market, String> {

    Market get(String code) {
        return findByIdOptional(code).orElseThrow(() -> ProblemException.notFound("market", code));
    }

    /** Locked, so that changes of one market follow each other. */
    Market getForChange(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("market", code));
    }

    /** @return false if there is one of this code already */
    boolean insertIfAbsent(Market market) {
        String sql = "select pg_advisory_xact_lock(hashtextextended('market', 0))";
        getEntityManager().createNativeQuery(sql, Object.class).getSingleResult();
        if (findByIdOptional(market.code()).isPresent()) {
            return false;
        }
        persistAndFlush(market);
        return true;
    }
}
