package dev.vetrina.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void theCatalogueAndTheStockLevelsAreSnapshotsTheRestIsHistory() {
        assertThat(Topics.all().stream().filter(Topics.Topic::compacted).map(Topics.Topic::name))
                .containsExactlyInAnyOrder("catalog.brands", "catalog.products", "catalog.markets", "stock.levels");
    }

    @Test
    void theNumberOfPartitionsNeverChanges() {
        assertThat(Topics.PARTITIONS).isEqualTo(12);
    }
}
