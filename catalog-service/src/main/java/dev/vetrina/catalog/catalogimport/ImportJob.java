package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.product.IntakeResult.Outcome;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import and how far it is. Only the worker that holds its lease moves it on. */
@Entity
@Table(name = "catalog_import")
class ImportJob {

    @Id
    private UUID id;

    private UUID brandId;
    private String market;
    private String currency;
    private boolean applyQuantities;
    private boolean publish;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    private @Nullable String failureCode;

    private @Nullable String failureMessage;

    private int productsDone;
    private int rowsTotal;
    private int rowsDone;
    private int productsCreated;
    private int productsUpdated;
    private int rowErrors;

    private @Nullable UUID worker;

    private @Nullable Instant leaseUntil;

    private Instant createdAt;

    private @Nullable Instant startedAt;

    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected ImportJob() {}

    private ImportJob(ImportTerms terms, Instant now) {
        this.id = terms.importId();
        this.brandId = terms.brandId();
        this.market = terms.market();
        this.currency = terms.currency();
        this.applyQuantities = terms.applyQuantities();
        this.publish = terms.publish();
        this.status = ImportStatus.QUEUED;
        this.createdAt = now;
    }

    static ImportJob queued(ImportTerms terms, Instant now) {
        return new ImportJob(terms, now);
    }

    /** Whether nobody works on it: it waits, or its worker's lease has lapsed. */
    boolean claimable(Instant now) {
        return switch (status) {
            case QUEUED -> true;
            case RUNNING -> leaseUntil == null || leaseUntil.isBefore(now);
            case SUCCEEDED, FAILED -> false;
        };
    }

    void claim(UUID claimant, Instant until, Instant now) {
        if (!claimable(now)) {
            throw new IllegalStateException("import " + id + " is " + status);
        }
        status = ImportStatus.RUNNING;
        worker = claimant;
        leaseUntil = until;
        startedAt = startedAt == null ? now : startedAt;
    }

    /** @throws LostClaimException if another worker took over, because this one was silent for too long */
    void requireClaimOf(UUID claimant) {
        if (status != ImportStatus.RUNNING || !claimant.equals(worker)) {
            throw new LostClaimException(id);
        }
    }

    void counted(int rows) {
        rowsTotal = rows;
    }

    void advance(ProductRows done, Outcome outcome, int errors, Instant until) {
        productsDone++;
        rowsDone += done.rows().size();
        productsCreated += outcome == Outcome.CREATED ? 1 : 0;
        productsUpdated += outcome == Outcome.UPDATED ? 1 : 0;
        rowErrors += errors;
        leaseUntil = until;
    }

    void succeed(Instant now) {
        finish(ImportStatus.SUCCEEDED, now);
    }

    void fail(RowError reason, Instant now) {
        failureCode = reason.code();
        failureMessage = reason.message();
        rowErrors++;
        finish(ImportStatus.FAILED, now);
    }

    private void finish(ImportStatus end, Instant now) {
        status = end;
        worker = null;
        leaseUntil = null;
        finishedAt = now;
    }

    /** This process stops: whoever comes next need not wait for the lease to lapse. */
    void release() {
        worker = null;
        leaseUntil = null;
    }

    ImportTerms terms() {
        return new ImportTerms(id, brandId, market, currency, applyQuantities, publish);
    }

    ImportView view() {
        return new ImportView(
                id,
                brandId,
                market,
                currency,
                applyQuantities,
                publish,
                status,
                failureCode == null || failureMessage == null
                        ? null
                        : new ImportView.Failure(failureCode, failureMessage),
                rowsTotal,
                rowsDone,
                productsCreated,
                productsUpdated,
                rowErrors,
                createdAt,
                startedAt,
                finishedAt);
    }

    UUID id() {
        return id;
    }

    UUID brandId() {
        return brandId;
    }

    int productsDone() {
        return productsDone;
    }

    /** Another worker has the job now. */
    static final class LostClaimException extends RuntimeException {
        LostClaimException(UUID id) {
            super("import " + id + " was taken over");
        }
    }
}
