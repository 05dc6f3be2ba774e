package dev.vetrina.kit.consumer;

import static dev.vetrina.kit.trial.OrderEvents.deliver;
import static dev.vetrina.kit.trial.OrderEvents.expired;
import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.Topics;
import dev.vetrina.kit.trial.Gate;
import dev.vetrina.kit.trial.TakenOrders;
import dev.vetrina.kit.trial.Trouble;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event that can never be taken is kept with those behind it, and only its own key waits. */
@QuarkusTest
class DeadLetterTest {

    private static final String DEAD_LETTERS = "/v1/operations/trial/dead-letters";

    @Inject
    TakenOrders taken;

    @Inject
    Trouble trouble;

    @Inject
    Gate gate;

    @Inject
    DataSource dataSource;

    private final UUID order = UUID.randomUUID();
    private final String key = order.toString();

    @AfterEach
    void cure() {
        trouble.cure(key);
    }

    @Test
    void theLaterEventsOfItsKeyAreParkedAndOtherKeysGoOn() {
        UUID other = UUID.randomUUID();
        trouble.poison(key, 1);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.DEAD_LETTERS)) {
            deliverAll(order, 0, 1, 2, 3);
            deliverAll(other, 0, 1);

            await().untilAsserted(() -> assertThat(states()).containsExactly("1 FAILED", "2 PARKED", "3 PARKED"));
            await().untilAsserted(
                            () -> assertThat(taken.sequences(other.toString())).containsExactly(0L, 1L));
            assertThat(taken.sequences(key))
                    .as("nothing of what failed is left")
                    .containsExactly(0L);

            var letter = probe.await(key, "order.expired.v1");
            assertThat(letter.headers())
                    .containsEntry("dead_letter_consumer", "taken-orders")
                    .containsEntry("dead_letter_topic", "orders")
                    .containsKey("dead_letter_event_id");
            assertThat(letter.value()).contains("\"sequence\":1");
            assertThat(probe.received()).as("what is parked did not fail").hasSize(1);
        }
    }

    @Test
    void aReplayTakesAllInTheirOrder() {
        trouble.poison(key, 0);
        deliverAll(order, 0, 1, 2);
        await().untilAsserted(() -> assertThat(states()).hasSize(3));

        trouble.cure(key);
        assertThat(replay().statusCode()).isEqualTo(204);
        assertThat(taken.sequences(key)).containsExactly(0L, 1L, 2L);
        assertThat(states()).isEmpty();

        deliverAll(order, 3);
        await().untilAsserted(() -> assertThat(taken.sequences(key)).containsExactly(0L, 1L, 2L, 3L));
    }

    @Test
    void anEventThatComesDuringAReplayIsTakenBehindIt() throws Exception {
        trouble.poison(key, 0);
        deliverAll(order, 0, 1);
        await().untilAsserted(() -> assertThat(states()).hasSize(2));

        trouble.cure(key);
        trouble.gate(key);
        gate.close();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> replay = threads.submit(this::replay);
            gate.awaitSomebody();
            deliverAll(order, 2);
            await().untilAsserted(() -> assertThat(waitingForALock()).isTrue());
            gate.open();
            assertThat(replay.get().statusCode()).isEqualTo(204);
        } finally {
            gate.open();
        }
        await().untilAsserted(() -> assertThat(taken.sequences(key)).containsExactly(0L, 1L, 2L));
        assertThat(states()).isEmpty();
    }

    private boolean waitingForALock() throws SQLException {
        String sql = "select exists (select from pg_locks where locktype = 'advisory' and not granted)";
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Test
    void aReplayThatStillFailsChangesNothing() {
        trouble.poison(key, 0);
        deliverAll(order, 0, 1);
        await().untilAsserted(() -> assertThat(states()).hasSize(2));

        problem(replay(), 409, "still-rejected");
        assertThat(states()).containsExactly("0 FAILED", "1 PARKED");
        assertThat(taken.sequences(key)).isEmpty();
    }

    @Test
    void anEventThatCannotEvenBeReadIsKeptAsItCame() {
        KafkaProbe.publish(
                Topics.ORDERS,
                key,
                "{\"orderId\":\0}",
                Map.of("ce_type", "order.expired.v1", "ce_id", "not-a-uuid", "ce_sequence", "x"));
        deliverAll(order, 1);

        await().untilAsserted(() -> assertThat(states()).containsExactly("0 FAILED", "1 PARKED"));
        assertThat(letters().getFirst()).containsEntry("payload", "{\"orderId\":\uFFFD}");
    }

    @Test
    void theSameEventIsOneDeadLetterHoweverOftenItComes() {
        trouble.poison(key, 0);
        UUID eventId = UUID.randomUUID();
        deliver(eventId, expired(order, 0));
        deliver(eventId, expired(order, 0));
        deliverAll(order, 1);

        await().untilAsserted(() -> assertThat(states()).containsExactly("0 FAILED", "1 PARKED"));
    }

    @Test
    void anotherNumberIsNoDeadLetter() {
        problem(Api.as(Tokens.operator()).post(DEAD_LETTERS + "/" + UUID.randomUUID() + "/replay"), 404, "not-found");
        problem(Api.as(Tokens.customer("c")).get(DEAD_LETTERS), 403, "forbidden");
    }

    private static void deliverAll(UUID order, long... sequences) {
        for (long sequence : sequences) {
            deliver(UUID.randomUUID(), expired(order, sequence));
        }
    }

    private Response replay() {
        String id = Objects.toString(letters().getFirst().get("id"));
        return Api.as(Tokens.operator()).post(DEAD_LETTERS + "/" + id + "/replay");
    }

    /** The key's letters in their order, such as {@code 1 FAILED}. */
    private List<String> states() {
        return letters().stream()
                .map(letter -> sequence(Objects.toString(letter.get("payload"))) + " " + letter.get("state"))
                .toList();
    }

    private static String sequence(String payload) {
        return payload.contains("\"sequence\":") ? payload.replaceAll(".*\"sequence\":(\\d+).*", "$1") : "0";
    }

    private List<Map<String, Object>> letters() {
        return Api.as(Tokens.operator())
                .get(DEAD_LETTERS + "?limit=200")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(letter -> key.equals(letter.get("key")))
                .toList();
    }
}
