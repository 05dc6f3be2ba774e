package dev.vetrina.kit.consumer;

import static dev.vetrina.kit.trial.OrderEvents.deliver;
import static dev.vetrina.kit.trial.OrderEvents.expired;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.trial.BrandNames;
import dev.vetrina.kit.trial.TakenOrders;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatedEventsTest {

    @Inject
    TakenOrders taken;

    @Inject
    BrandNames names;

    @Inject
    EventIntake intake;

    @Inject
    InboxExpiry expiry;

    @Inject
    MovableClock clock;

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void theSameEventTakesEffectOnce() {
        UUID eventId = UUID.randomUUID();
        deliver(eventId, expired(id, 0));
        deliver(eventId, expired(id, 0));
        deliver(UUID.randomUUID(), expired(id, 1));
        deliver(eventId, expired(id, 0));
        deliver(UUID.randomUUID(), expired(id, 2));

        await().untilAsserted(() -> assertThat(taken.sequences(id.toString())).containsExactly(0L, 1L, 2L));
    }

    @Test
    void theSameEventTwiceInOneBatchTakesEffectOnce() {
        IncomingRecord record = record(UUID.randomUUID(), 0);
        intake.take(taken, List.of(record, record, record(UUID.randomUUID(), 1), record));

        assertThat(taken.sequences(id.toString())).containsExactly(0L, 1L);
    }

    @Test
    void anEventIsRememberedForLongerThanItsTopicKeepsIt() throws SQLException {
        IncomingRecord record = record(UUID.randomUUID(), 0);
        intake.take(taken, List.of(record));
        clock.advance(Duration.ofDays(31));
        expiry.expire();
        intake.take(taken, List.of(record));
        assertThat(taken.sequences(id.toString())).containsExactly(0L);

        clock.advance(Duration.ofDays(15));
        expiry.expire();
        intake.take(taken, List.of(record));
        assertThat(taken.sequences(id.toString())).containsExactly(0L, 0L);
    }

    @Test
    void anEventOfATypeThatIsNotKnownYetIsNobodysBusiness() {
        KafkaProbe.publish(Topics.ORDERS, id.toString(), "{}", Map.of("ce_type", "order.teleported.v9"));
        KafkaProbe.publish(Topics.ORDERS, id.toString(), null, Map.of());
        deliver(UUID.randomUUID(), expired(id, 1));

        await().untilAsserted(() -> assertThat(taken.sequences(id.toString())).containsExactly(1L));
    }

    @Test
    void anEventOfATestIsNobodysWhoDoesNotAskForTests() {
        OrderEvent event = expired(id, 0);
        KafkaProbe.publish(
                Topics.ORDERS,
                id.toString(),
                EventJson.asTest(EventJson.write(event)),
                Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", EventJson.typeOf(event.getClass())));
        deliver(UUID.randomUUID(), expired(id, 1));

        await().untilAsserted(() -> assertThat(taken.sequences(id.toString())).containsExactly(1L));
    }

    @Test
    void aViewKeepsTheHighestSequenceWhateverComesWhen() {
        UUID marker = samePartitionAs(id);
        publish(id, 2, "second");
        publish(id, 1, "first");
        publish(id, 2, "second again");
        publish(marker, 0, "end");
        await().untilAsserted(() -> assertThat(names.name(marker)).contains("end"));
        assertThat(names.name(id)).contains("second");

        publish(id, 3, "third");
        await().untilAsserted(() -> assertThat(names.name(id)).contains("third"));
    }

    @Test
    void whatAnEventCausesBelongsToItsTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        deliver(UUID.randomUUID(), expired(id, 0), Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        await().untilAsserted(() -> assertThat(taken.traceIds(id.toString())).containsExactly(trace));
    }

    /** Only within a partition does what comes later also arrive later. */
    private static UUID samePartitionAs(UUID key) {
        return Stream.generate(UUID::randomUUID)
                .filter(other -> partition(other) == partition(key))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(UUID key) {
        return BuiltInPartitioner.partitionForKey(key.toString().getBytes(UTF_8), Topics.PARTITIONS);
    }

    private IncomingRecord record(UUID eventId, long sequence) {
        var event = expired(id, sequence);
        return new IncomingRecord(
                Topics.ORDERS,
                event.key(),
                eventId,
                EventJson.typeOf(event.getClass()),
                sequence,
                Instant.EPOCH,
                null,
                EventJson.write(event));
    }

    private static void publish(UUID brandId, long sequence, String name) {
        BrandChanged event = new BrandChanged(brandId, sequence, name, BrandStatus.ACTIVE);
        KafkaProbe.publish(
                Topics.CATALOG_BRANDS, event.key(), EventJson.write(event), Map.of("ce_type", "brand.changed.v1"));
    }
}
