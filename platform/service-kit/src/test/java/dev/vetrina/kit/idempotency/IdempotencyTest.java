package dev.vetrina.kit.idempotency;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.kit.trial.Gate;
import dev.vetrina.kit.trial.TrialTable;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with an Idempotency-Key whose effect, claim and answer are one transaction. */
@QuarkusTest
class IdempotencyTest {

    private static final String ANN = Tokens.customer("ann");

    @Inject
    Gate gate;

    @Inject
    TrialTable trials;

    @Inject
    IdempotencyExpiry expiry;

    @Inject
    MovableClock clock;

    private final String key = Api.idempotencyKey();

    @AfterEach
    void openTheGate() {
        gate.open();
        clock.reset();
    }

    @Test
    void aRepeatGetsTheSameAnswerAndSaysSo() throws SQLException {
        Response first = create(ANN, key, "repeat-" + key);
        Response again = create(ANN, key, "repeat-" + key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header))
                    .as(header)
                    .isEqualTo(first.header(header))
                    .isNotNull();
        }
        assertThat(trials.named("repeat-" + key)).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherBodyIsRefused() throws SQLException {
        create(ANN, key, "one-" + key);
        problem(create(ANN, key, "two-" + key), 422, "idempotency-key-reused");
        assertThat(trials.named("two-" + key)).isZero();
    }

    @Test
    void aKeyBelongsToItsCaller() {
        assertThat(create(ANN, key, "ann-" + key).statusCode()).isEqualTo(201);
        Response other = create(Tokens.customer("bob"), key, "bob-" + key);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void aKeyIsRequired() {
        problem(Api.as(ANN).body(body("x")).post("/v1/trials"), 400, "idempotency-key-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "tab\tbed"})
    void aKeyIsVisibleAscii(String invalid) {
        problem(create(ANN, invalid, "x"), 400, "idempotency-key-invalid");
    }

    @Test
    void aKeyHasAnEnd() {
        problem(create(ANN, "x".repeat(256), "x"), 400, "idempotency-key-invalid");
        assertThat(create(ANN, key + "x".repeat(255 - key.length()), "long-" + key)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aRefusalIsNotStoredAndLeavesNothingBehind() throws SQLException {
        problem(create(ANN, key, "refused-" + key), 409, "trial-refused");
        assertThat(trials.named("refused-" + key)).isZero();
        problem(create(ANN, key, " "), 422, "invalid-input");

        assertThat(create(ANN, key, "mended-" + key).statusCode()).isEqualTo(201);
    }

    @Test
    void whileTheFirstIsUnderWayARepeatIsToldToWait() throws Exception {
        gate.close();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> first = threads.submit(() -> create(ANN, key, "gated-" + key));
            gate.awaitSomebody();
            Response again = create(ANN, key, "gated-" + key);
            gate.open();

            problem(again, 409, "request-in-flight");
            assertThat(again.header("Retry-After")).isEqualTo("1");
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        assertThat(create(ANN, key, "gated-" + key).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(trials.named("gated-" + key)).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceOneTakesEffect() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request = () -> create(ANN, key, "race-" + key).statusCode();
            List<Integer> statuses = threads
                    .invokeAll(IntStream.range(0, 12).mapToObj(i -> request).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            // Whoever comes while the first is under way is told so; whoever comes after it gets its answer.
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        assertThat(trials.named("race-" + key)).isEqualTo(1);
    }

    @Test
    void anAnswerIsForgottenAfterADay() throws SQLException {
        create(ANN, key, "day-" + key);
        clock.advance(Duration.ofHours(23));
        expiry.expire();
        assertThat(create(ANN, key, "day-" + key).header("Idempotent-Replayed")).isEqualTo("true");

        clock.advance(Duration.ofHours(2));
        expiry.expire();
        problem(create(ANN, key, "day-" + key), 409, "already-exists");
    }

    private static Response create(String token, String key, String name) {
        return Api.as(token).header("Idempotency-Key", key).body(body(name)).post("/v1/trials");
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\",\"lines\":[]}";
    }
}
