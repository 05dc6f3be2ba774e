package dev.vetrina.catalog.brand;

import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class BrandRepository implements PanacheRepositoryBase<Brand, UUID> {

    Brand get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("brand", id));
    }

    /** Locked, so that changes of one brand follow each other. */
    Brand getForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("brand", id));
    }

    List<Brand> page(PageParams page) {
        return page.after()
                .map(after -> find("id > ?1 order by id", after))
                .orElseGet(() -> find("order by id"))
                .range(0, page.limit())
                .list();
    }
}
