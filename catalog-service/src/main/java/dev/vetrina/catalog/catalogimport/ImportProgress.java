package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.product.IntakeResult.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps of a job, each in the transaction of the work that it records. */
@ApplicationScoped
class ImportProgress {

    private final ImportRepository imports;
    private final ImportSettings settings;
    private final Clock clock;

    ImportProgress(ImportRepository imports, ImportSettings settings, Clock clock) {
        this.imports = imports;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public Optional<ImportTerms> claimNext(UUID worker) {
        Optional<ImportJob> job = imports.nextClaimable(now());
        job.ifPresent(claimed -> claimed.claim(worker, lease(), now()));
        return job.map(ImportJob::terms);
    }

    @Transactional
    public byte[] file(UUID id) {
        return imports.file(id);
    }

    /** @return how many products were done before, by a worker that is gone */
    @Transactional
    public int begin(UUID id, UUID worker, int rows) {
        ImportJob job = claimed(id, worker);
        job.counted(rows);
        return job.productsDone();
    }

    @Transactional
    public void advance(UUID id, UUID worker, ProductRows done, Outcome outcome, List<RowError> errors) {
        claimed(id, worker).advance(done, outcome, errors.size(), lease());
        imports.addErrors(id, errors);
    }

    @Transactional
    public void succeed(UUID id, UUID worker) {
        claimed(id, worker).succeed(now());
        imports.deleteFile(id);
    }

    @Transactional
    public void fail(UUID id, UUID worker, RowError reason) {
        claimed(id, worker).fail(reason, now());
        imports.addErrors(id, List.of(reason));
        imports.deleteFile(id);
    }

    @Transactional
    public void release(UUID id, UUID worker) {
        claimed(id, worker).release();
    }

    private ImportJob claimed(UUID id, UUID worker) {
        ImportJob job = imports.getForChange(id);
        job.requireClaimOf(worker);
        return job;
    }

    private Instant lease() {
        return now().plusSeconds(settings.leaseSeconds());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
