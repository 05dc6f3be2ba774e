package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Where one order is paid, or given up. */
final class Till {

    private static final Set<String> UNDECIDED = Set.of("PROCESSING", "UNKNOWN");
    private static final String CAPTURED = "CAPTURED";
    private static final Duration DECISION_LIMIT = Duration.ofMinutes(2);

    private final RestApi api;
    private final Supplier<String> token;
    private final String path;

    Till(RestApi api, Supplier<String> token, UUID order) {
        this.api = api;
        this.token = token;
        this.path = "/v1/orders/" + order;
    }

    /** Returns whether the buyer was told that it is paid. Who does not pay cancels, so that others can buy. */
    boolean follow(Habit habit) {
        boolean paid = switch (habit) {
            case PAYS -> pay("tok_approved");
            case PAYS_WITH_THE_SECOND_CARD -> pay("tok_declined") || pay("tok_approved");
            case HAS_NO_MONEY -> pay("tok_insufficient_funds");
            case PASSES_THE_CHALLENGE -> payWithChallenge("PASSED");
            case FAILS_THE_CHALLENGE -> payWithChallenge("FAILED");
            case PAYS_WITHOUT_HEARING_OF_IT -> pay("tok_timeout_after_capture");
            case CHANGES_MIND -> false;
        };
        if (!paid) {
            api.send(Call.post(path + "/cancel").as(token.get()).json(Map.of("reason", "demo: not paid")));
        }
        return paid;
    }

    private boolean pay(String method) {
        return decided(attempt(method)).path("status").asText().equals(CAPTURED);
    }

    private boolean payWithChallenge(String outcome) {
        JsonNode payment = decided(attempt("tok_requires_action"));
        if (!payment.path("status").asText().equals("REQUIRES_ACTION")) {
            return payment.path("status").asText().equals(CAPTURED);
        }
        UUID id = Json.id(payment, "id");
        api.send(Call.post("/v1/simulated-provider/challenges/" + id)
                .as(token.get())
                .json(Map.of("outcome", outcome)));
        Answer confirmed =
                api.send(Call.post(path + "/payments/" + id + "/confirm").as(token.get()));
        return decided(confirmed).path("status").asText().equals(CAPTURED);
    }

    private Answer attempt(String method) {
        return api.send(Call.post(path + "/payments")
                .as(token.get())
                .key(UUID.randomUUID().toString())
                .json(Map.of("paymentMethodToken", method)));
    }

    /** The payment once its outcome is known; an answer that was lost is looked up, as a buyer would look at the screen. */
    private JsonNode decided(Answer answer) {
        JsonNode payment = answer.body();
        if (!answer.succeeded() || !UNDECIDED.contains(payment.path("status").asText())) {
            return payment;
        }
        String id = payment.path("id").asText();
        return Waiting.atMost(
                DECISION_LIMIT,
                () -> lookUp(id),
                seen -> !UNDECIDED.contains(seen.path("status").asText()));
    }

    private JsonNode lookUp(String paymentId) {
        return Json.items(api.send(Call.get(path + "/payments").as(token.get())).body()).stream()
                .filter(payment -> payment.path("id").asText().equals(paymentId))
                .findFirst()
                .orElse(Json.object());
    }
}
