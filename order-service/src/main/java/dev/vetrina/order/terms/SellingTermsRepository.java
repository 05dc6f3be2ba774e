package dev.vetrina.order.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SellingTermsRepository implements PanacheRepositoryBase<SellingTermsRow, UUID> {

    Optional<SellingTermsRow> latest(String market) {
        return find("market = ?1 order by number desc", market).firstResultOptional();
    }

    Optional<SellingTermsRow> version(String market, long number) {
        return find("market = ?1 and number = ?2", market, number).firstResultOptional();
    }

    /** The versions behind one, oldest first. */
    List<SellingTermsRow> after(String market, long number, int rows) {
        return find("market = ?1 and number > ?2 order by number", market, number)
                .page(0, rows)
                .list();
    }
}
