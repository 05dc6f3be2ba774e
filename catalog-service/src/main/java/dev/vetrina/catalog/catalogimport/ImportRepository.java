package dev.vetrina.catalog.catalogimport;

import dev.vetrina.kit.http.PageParams;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Jobs with their files and errors. */
@ApplicationScoped
class ImportRepository implements PanacheRepositoryBase<ImportJob, UUID> {

    private static final String CLAIM = """
            select * from catalog_import job
            where (status = 'QUEUED' and not exists (
                    select 1 from catalog_import before where before.brand_id = job.brand_id
                    and (before.status = 'RUNNING' or (before.status = 'QUEUED' and before.id < job.id))))
               or (status = 'RUNNING' and (lease_until is null or lease_until < :now))
            order by id limit 1
            for update skip locked
            """;

    /**
     * The oldest job on which nobody works, locked; a job that another instance is claiming right now is passed over. Files
     * of one brand follow each other: the later one is to have the last word, and two may name the same products.
     */
    Optional<ImportJob> nextClaimable(Instant now) {
        return getEntityManager()
                .createNativeQuery(CLAIM, ImportJob.class)
                .setParameter("now", now)
                .getResultStream()
                .map(ImportJob.class::cast)
                .findFirst();
    }

    ImportJob getForChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    void addFile(ImportFile file) {
        getEntityManager().persist(file);
    }

    byte[] file(UUID importId) {
        return getEntityManager().find(ImportFile.class, importId).content();
    }

    void deleteFile(UUID importId) {
        getEntityManager()
                .createQuery("delete from ImportFile file where file.importId = :id")
                .setParameter("id", importId)
                .executeUpdate();
    }

    void addErrors(UUID importId, List<RowError> errors) {
        errors.forEach(error -> getEntityManager().persist(new ImportError(importId, error)));
    }

    List<ImportError> errors(UUID importId, PageParams page) {
        String after = page.after().isPresent() ? " and error.id > :after" : "";
        var query = getEntityManager()
                .createQuery(
                        "from ImportError error where error.importId = :id" + after + " order by error.id",
                        ImportError.class)
                .setParameter("id", importId)
                .setMaxResults(page.rows());
        page.after().ifPresent(id -> query.setParameter("after", id));
        return query.getResultList();
    }
}
