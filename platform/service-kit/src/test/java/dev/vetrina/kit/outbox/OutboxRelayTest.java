package dev.vetrina.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.kit.trial.BrandLedger;
import dev.vetrina.kit.trial.OrderEvents;
import dev.vetrina.kit.trial.TakenOrders;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import dev.vetrina.testkit.server.RealServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay dies, loses its lock or loses Kafka: every committed event is published, in the order of its key. */
@QuarkusTest
class OutboxRelayTest {

    private static final String SERVICE = "trial";

    @Inject
    OutboxRelay relay;

    @Inject
    OutboxProducers producers;

    @Inject
    KafkaConnection kafka;

    @Inject
    OutboxSignal signal;

    @Inject
    Outbox outbox;

    @Inject
    BrandLedger ledger;

    @Inject
    TakenOrders taken;

    @Inject
    DataSource dataSource;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void stopTheServicesOwnRelay() throws InterruptedException {
        relay.stop();
    }

    @AfterEach
    void startItAgain() throws SQLException {
        relay.start();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger.pending()).isZero());
    }

    @Test
    void whatWasCommittedWhileNoRelayRanIsPublishedByTheNext() throws SQLException {
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.CATALOG_BRANDS)) {
            ledger.change(id);
            ledger.change(id);
            ledger.change(id);
            assertThat(ledger.pending()).isEqualTo(3);

            relay.start();
            Published.awaitSequences(probe, id, List.of(0L, 1L, 2L));
        }
    }

    @Test
    void whatARelayPublishedThatDiedBetweenKafkasCommitAndItsOwnIsNotPublishedAgain() throws Exception {
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.ORDERS)) {
            publish(OrderEvents.expired(id, 0), OrderEvents.expired(id, 1));
            sendWithoutDeleting();
            publish(OrderEvents.expired(id, 2));
            relay.start();

            Published.awaitSequences(probe, id, List.of(0L, 1L, 2L));
            await().untilAsserted(
                            () -> assertThat(taken.sequences(id.toString())).containsExactly(0L, 1L, 2L));
        }
    }

    @Test
    void aRelayOutlivesWhateverItMeets() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        OutboxProducers failingOnce = new OutboxProducers(kafka, SERVICE) {
            @Override
            OutboxProducer open() throws InterruptedException {
                if (opened.incrementAndGet() == 1) {
                    throw new NoClassDefFoundError("as if memory or a file were missing");
                }
                return super.open();
            }
        };
        OutboxRelay stubborn = new OutboxRelay(dataSource, signal, failingOnce, SERVICE, Duration.ofSeconds(30));
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.CATALOG_BRANDS)) {
            ledger.change(id);
            stubborn.start();
            Published.awaitSequences(probe, id, List.of(0L));
        } finally {
            stubborn.stop();
        }
        assertThat(opened).hasValue(2);
    }

    @Test
    void aSecondRelayWaitsForTheLockAndTakesOver() throws Exception {
        OutboxRelay first = newRelay();
        OutboxRelay second = newRelay();
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.CATALOG_BRANDS)) {
            first.start();
            ledger.change(id);
            Published.awaitSequences(probe, id, List.of(0L));
            int holder = lockHolder();

            second.start();
            ledger.change(id);
            Published.awaitSequences(probe, id, List.of(0L, 1L));
            assertThat(lockHolder()).isEqualTo(holder);

            first.stop();
            ledger.change(id);
            Published.awaitSequences(probe, id, List.of(0L, 1L, 2L));
        } finally {
            first.stop();
            second.stop();
        }
    }

    @Test
    void aRelayWhoseConnectionIsLostBeginsAnewAndLosesNothing() throws Exception {
        OutboxRelay lossy = newRelay();
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.CATALOG_BRANDS)) {
            lossy.start();
            ledger.change(id);
            Published.awaitSequences(probe, id, List.of(0L));

            endConnection(lockHolder());
            ledger.change(id);
            Published.awaitSequences(probe, id, List.of(0L, 1L));
        } finally {
            lossy.stop();
        }
    }

    @Test
    void aRelayThatFallsSilentLosesItsLockAndWritesNothingWhenItWakes() throws Exception {
        CountDownLatch opens = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        OutboxProducers sleeping = new OutboxProducers(kafka, SERVICE) {
            @Override
            OutboxProducer open() throws InterruptedException {
                OutboxProducer opened = super.open();
                opens.countDown();
                wake.await();
                return opened;
            }
        };
        OutboxRelay silent = new OutboxRelay(dataSource, signal, sleeping, SERVICE, Duration.ofSeconds(2));
        OutboxRelay successor = newRelay();
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.CATALOG_BRANDS)) {
            silent.start();
            assertThat(opens.await(20, TimeUnit.SECONDS)).isTrue();
            int holder = lockHolder();
            successor.start();
            ledger.change(id);
            Published.awaitSequences(probe, id, List.of(0L));
            assertThat(lockHolder()).isNotEqualTo(holder);

            wake.countDown();
            ledger.change(id);
            Published.awaitSequences(probe, id, List.of(0L, 1L));
        } finally {
            wake.countDown();
            silent.stop();
            successor.stop();
        }
    }

    @Test
    void aProducerOfARelayThatWasReplacedCannotWrite() throws Exception {
        ledger.change(id);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.CATALOG_BRANDS);
                OutboxProducer asleep = producers.open();
                OutboxProducer successor = producers.open()) {
            List<OutboxRows.Row> batch = rows();
            assertThatThrownBy(() -> asleep.send(batch)).isInstanceOf(KafkaException.class);
            successor.send(batch);

            Published.awaitSequences(probe, id, List.of(0L));
        }
    }

    @Test
    void whileKafkaIsAwayBusinessGoesOnAndAfterwardsTheOutboxDrainsInOrder() throws Exception {
        var kafka = RealServers.kafka();
        relay.start();
        ledger.change(id);
        await().untilAsserted(() -> assertThat(ledger.pending()).isZero());
        kafka.stop();
        try {
            for (int i = 0; i < 5; i++) {
                ledger.change(id);
            }
            String name = Api.idempotencyKey();
            Api.as(Tokens.operator())
                    .header("Idempotency-Key", name)
                    .body("{\"name\":\"" + name + "\",\"lines\":[]}")
                    .post("/v1/trials")
                    .then()
                    .statusCode(201);
            assertThat(pendingOverHttp()).isEqualTo(6);
        } finally {
            kafka.start();
        }
        try (KafkaProbe probe = KafkaProbe.fromBeginning(Topics.CATALOG_BRANDS)) {
            Published.awaitSequences(probe, id, List.of(0L, 1L, 2L, 3L, 4L, 5L));
        }
        await().untilAsserted(() -> assertThat(pendingOverHttp()).isZero());
        publish(OrderEvents.expired(id, 0));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(taken.sequences(id.toString())).containsExactly(0L));
    }

    private OutboxRelay newRelay() {
        return new OutboxRelay(dataSource, signal, producers, SERVICE, Duration.ofSeconds(30));
    }

    private void publish(OrderEvent... events) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publishAll(List.of(events)));
    }

    private void sendWithoutDeleting() throws Exception {
        try (OutboxProducer dying = producers.open()) {
            dying.send(rows());
        }
    }

    private List<OutboxRows.Row> rows() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return new OutboxRows(connection).next();
        }
    }

    private static int pendingOverHttp() {
        return Api.as(Tokens.operator())
                .get("/v1/operations/trial/outbox")
                .jsonPath()
                .getInt("pending");
    }

    /** The database's process id of the relay that has the lock; 0 if none has. */
    private int lockHolder() throws SQLException {
        String sql = """
                select pid from pg_locks where locktype = 'advisory' and granted and database =
                (select oid from pg_database where datname = current_database())
                """;
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private void endConnection(int pid) throws SQLException {
        try (var connection = dataSource.getConnection();
                var end = connection.prepareStatement("select pg_terminate_backend(?)")) {
            end.setInt(1, pid);
            end.execute();
        }
    }
}
