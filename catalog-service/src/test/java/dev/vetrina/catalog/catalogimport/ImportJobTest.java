package dev.vetrina.catalog.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.catalog.product.IntakeResult.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportJobTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LEASE = NOW.plusSeconds(30);

    private final UUID worker = UUID.randomUUID();
    private final ImportJob job =
            ImportJob.queued(new ImportTerms(UUID.randomUUID(), UUID.randomUUID(), "GB", "GBP", true, true), NOW);

    @Test
    void aQueuedJobIsClaimedOnce() {
        assertThat(job.claimable(NOW)).isTrue();

        job.claim(worker, LEASE, NOW);

        assertThat(job.claimable(LEASE)).isFalse();
        assertThatThrownBy(() -> job.claim(UUID.randomUUID(), LEASE, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aJobWhoseWorkerIsSilentIsClaimedByAnother() {
        job.claim(worker, LEASE, NOW);
        Instant later = LEASE.plusMillis(1);

        job.claim(UUID.randomUUID(), later.plusSeconds(30), later);

        assertThatThrownBy(() -> job.requireClaimOf(worker)).isInstanceOf(ImportJob.LostClaimException.class);
    }

    @Test
    void progressCountsAndRenewsTheLease() {
        job.claim(worker, LEASE, NOW);
        job.counted(3);

        job.advance(rows(2), Outcome.CREATED, 1, LEASE.plusSeconds(5));

        assertThat(job.claimable(LEASE.plusSeconds(1))).isFalse();
        assertThat(job.view())
                .returns(3, ImportView::rowsTotal)
                .returns(2, ImportView::rowsDone)
                .returns(1, ImportView::productsCreated)
                .returns(0, ImportView::productsUpdated)
                .returns(1, ImportView::rowErrors);
    }

    @Test
    void aReleasedJobCanBeClaimedAtOnce() {
        job.claim(worker, LEASE, NOW);

        job.release();

        assertThat(job.claimable(NOW)).isTrue();
    }

    @Test
    void aFinishedJobIsNeverClaimedAgain() {
        job.claim(worker, LEASE, NOW);
        job.fail(new RowError(1, "Handle", "missing-column", "The file has no column."), NOW);

        assertThat(job.claimable(LEASE.plusSeconds(60))).isFalse();
        assertThat(job.view().failure()).isEqualTo(new ImportView.Failure("missing-column", "The file has no column."));
    }

    private static ProductRows rows(int count) {
        return new ProductRows("a", java.util.Collections.nCopies(count, new CsvRow(2, Map.of())));
    }
}
