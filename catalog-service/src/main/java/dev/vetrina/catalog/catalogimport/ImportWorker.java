package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.catalogimport.ImportJob.LostClaimException;
import dev.vetrina.catalog.catalogimport.ShopifyMapping.Mapped;
import dev.vetrina.catalog.product.IntakeResult;
import dev.vetrina.catalog.product.IntakeResult.Outcome;
import dev.vetrina.catalog.product.ProductIntake;
import dev.vetrina.kit.problem.Outages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Works through queued jobs, one at a time in this process. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    private final UUID worker = UUID.randomUUID();
    private final ImportProgress progress;
    private final ProductIntake products;
    private volatile boolean stopping;

    ImportWorker(ImportProgress progress, ProductIntake products) {
        this.progress = progress;
        this.products = products;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        try {
            for (Optional<ImportTerms> job = next(); job.isPresent(); job = next()) {
                run(job.get());
            }
        } catch (LostClaimException e) {
            LOG.warn(e.getMessage());
        } catch (RuntimeException e) {
            if (!Outages.causedBy(e)) {
                throw e;
            }
            // The lease lapses, and whoever is well by then goes on.
            LOG.warn("An import waits because something it needs is away", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private Optional<ImportTerms> next() {
        return stopping ? Optional.empty() : progress.claimNext(worker);
    }

    private void run(ImportTerms terms) {
        UUID id = terms.importId();
        try {
            ShopifyCsv.Content content = ShopifyCsv.read(progress.file(id));
            List<ProductRows> all = content.products();
            int done = progress.begin(id, worker, content.rowCount());
            for (ProductRows product : all.subList(done, all.size())) {
                if (stopping) {
                    progress.release(id, worker);
                    return;
                }
                take(product, terms);
            }
            progress.succeed(id, worker);
            LOG.infof("Import %s is done: %d rows", id, content.rowCount());
        } catch (UnreadableFileException e) {
            progress.fail(id, worker, e.error());
        }
    }

    /** A product that cannot be taken is the error of its first row, and the next product is taken. */
    private void take(ProductRows product, ImportTerms terms) {
        List<RowError> errors = new ArrayList<>();
        try {
            Mapped mapped = ShopifyMapping.map(product, terms);
            errors.addAll(mapped.errors());
            QuarkusTransaction.requiringNew().run(() -> apply(product, mapped, terms));
        } catch (LostClaimException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outages.causedBy(e)) {
                throw e;
            }
            errors.add(RowErrors.of(product.first(), e));
            progress.advance(terms.importId(), worker, product, Outcome.REFUSED, errors);
        }
    }

    private void apply(ProductRows product, Mapped mapped, ImportTerms terms) {
        List<RowError> errors = new ArrayList<>(mapped.errors());
        Outcome outcome = Outcome.REFUSED;
        if (mapped.product().isPresent()) {
            IntakeResult result = products.take(mapped.product().get());
            outcome = result.outcome();
            result.refused().forEach(refused -> errors.add(RowErrors.of(refused)));
        }
        progress.advance(terms.importId(), worker, product, outcome, errors);
    }
}
