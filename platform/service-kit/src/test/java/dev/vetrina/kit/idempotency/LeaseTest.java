package dev.vetrina.kit.idempotency;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.kit.trial.Charges;
import dev.vetrina.kit.trial.Charges.Behaviour;
import dev.vetrina.kit.trial.Gate;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request with an Idempotency-Key that calls a provider: its claim outlives the transaction, but not a minute. */
@QuarkusTest
class LeaseTest {

    private static final String ANN = Tokens.customer("ann");
    private static final Duration PAST_THE_LEASE = Duration.ofSeconds(61);

    @Inject
    Charges charges;

    @Inject
    Gate gate;

    @Inject
    MovableClock clock;

    private final String key = Api.idempotencyKey();
    private int runsBefore;

    @BeforeEach
    void count() {
        runsBefore = charges.runs();
    }

    @AfterEach
    void reset() {
        gate.open();
        clock.reset();
    }

    @Test
    void aRepeatGetsTheAnswerWithoutASecondCall() {
        Response first = charge(5);
        Response again = charge(5);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void whoeverDiesAfterTheClaimIsTakenOverOnceTheLeaseIsOver() {
        charges.plan(Behaviour.CRASH);
        problem(charge(5), 500, "internal-error");
        Response tooEarly = charge(5);
        problem(tooEarly, 409, "request-in-flight");
        assertThat(tooEarly.header("Retry-After")).isEqualTo("1");
        assertThat(runs()).isEqualTo(1);

        clock.advance(PAST_THE_LEASE);
        assertThat(charge(5).statusCode()).isEqualTo(201);
        assertThat(charge(5).header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void alsoAnAbandonedKeyKeepsItsBody() {
        charges.plan(Behaviour.CRASH);
        charge(5);
        clock.advance(PAST_THE_LEASE);
        problem(charge(6), 422, "idempotency-key-reused");
    }

    @Test
    void aRefusalFreesTheKeyAtOnce() {
        charges.plan(Behaviour.REFUSE);
        problem(charge(5), 409, "card-blocked");
        charges.plan(Behaviour.BE_AWAY);
        problem(charge(6), 503, "provider-away");
        problem(charge(0), 422, "invalid-input");

        assertThat(charge(7).statusCode()).isEqualTo(201);
    }

    @Test
    void whoeverOutlivesTheirLeaseDoesNotTakeAwayWhatTheSuccessorClaimed() throws Exception {
        charges.plan(Behaviour.PASS_THE_GATE);
        gate.close();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> slow = threads.submit(() -> charge(5));
            gate.awaitSomebody();
            clock.advance(PAST_THE_LEASE);
            Response successor = charge(5);
            gate.open();

            assertThat(successor.statusCode()).isEqualTo(201);
            assertThat(slow.get().statusCode()).isEqualTo(201);
            assertThat(charge(5).asString()).as("the first answer stays").isEqualTo(successor.asString());
        }
    }

    @Test
    void whileTheFirstIsUnderWayARepeatIsToldToWait() throws Exception {
        charges.plan(Behaviour.PASS_THE_GATE);
        gate.close();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> first = threads.submit(() -> charge(5));
            gate.awaitSomebody();
            problem(charge(5), 409, "request-in-flight");
            gate.open();
            assertThat(first.get().statusCode()).isEqualTo(201);
        }
        assertThat(runs()).isEqualTo(1);
    }

    private int runs() {
        return charges.runs() - runsBefore;
    }

    private Response charge(int amount) {
        return Api.as(ANN)
                .header("Idempotency-Key", key)
                .body("{\"amount\":" + amount + "}")
                .post("/v1/charges");
    }
}
