package dev.vetrina.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.Topics;
import dev.vetrina.kit.trial.BrandLedger;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event is published if and only if its change was committed. */
@QuarkusTest
class OutboxTest {

    @Inject
    BrandLedger ledger;

    private final UUID brand = UUID.randomUUID();
    private final KafkaProbe probe = KafkaProbe.fromNow(Topics.CATALOG_BRANDS);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aCommittedChangeIsPublishedAsACloudEvent() throws SQLException {
        ledger.change(brand);

        var record = probe.await(brand.toString(), "brand.changed.v1");
        assertThat(record.value())
                .isEqualTo(
                        "{\"brandId\":\"" + brand + "\",\"sequence\":0,\"name\":\"version 0\",\"status\":\"ACTIVE\"}");
        assertThat(record.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "brand.changed.v1")
                .containsEntry("ce_source", "/trial")
                .containsEntry("ce_sequence", "0")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
        await().untilAsserted(() ->
                assertThat(ledger.pending()).as("published rows are deleted").isZero());
    }

    @Test
    void aChangeThatIsRolledBackIsNotPublished() throws SQLException {
        assertThatThrownBy(() -> ledger.changeAndFail(brand)).isInstanceOf(IllegalStateException.class);
        ledger.change(brand);

        probe.await(brand.toString(), "brand.changed.v1");
        assertThat(Published.sequences(probe, brand)).containsExactly(0L);
    }

    @Test
    void withoutATransactionNothingIsPublished() {
        assertThatThrownBy(() -> ledger.publishWithoutTransaction(brand))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in a transaction");
    }

    @Test
    void theEventsOfAKeyKeepTheirOrderHoweverManyWrite() throws Exception {
        List<UUID> brands = Stream.generate(UUID::randomUUID).limit(4).toList();
        int changes = 25;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<@Nullable Void>> writers = IntStream.range(0, brands.size() * changes)
                    .mapToObj(i -> (Callable<@Nullable Void>) () -> {
                        ledger.change(brands.get(i % brands.size()));
                        return null;
                    })
                    .toList();
            for (Future<@Nullable Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        }
        for (UUID each : brands) {
            Published.awaitSequences(
                    probe, each, LongStream.range(0, changes).boxed().toList());
        }
    }

    @Test
    void anEventContinuesTheTraceOfTheRequestThatCausedIt() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String name = Api.idempotencyKey();
        String id = Api.as(Tokens.operator())
                .header("Idempotency-Key", name)
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body("{\"name\":\"" + name + "\",\"lines\":[]}")
                .post("/v1/trials")
                .jsonPath()
                .getString("id");

        assertThat(probe.await(id, "brand.changed.v1").headers().get("traceparent"))
                .startsWith("00-" + trace + "-");
    }
}
