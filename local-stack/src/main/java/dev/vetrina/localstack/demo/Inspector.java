package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.demo.OrderFound.PaymentFound;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Looks everything up again after the show, as an operator and as the buyers. */
final class Inspector {

    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(2);
    private static final List<String> SERVICES = List.of("catalog", "live", "order");

    private final RestApi api;
    private final SignIn signIn;

    Inspector(RestApi api, SignIn signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    /** Waits until no event waits for Kafka any more; what consumers make of them is looked at later. */
    void awaitEmptyOutboxes() {
        Waiting.until("the outboxes are empty", SETTLE_LIMIT, this::pendingEvents, pending -> pending == 0);
    }

    private long pendingEvents() {
        return SERVICES.stream()
                .mapToLong(service -> asOperator("/v1/operations/" + service + "/outbox")
                        .path("pending")
                        .asLong())
                .sum();
    }

    /** Every order of the session, once no payment's outcome is open any more, or time is up. */
    List<OrderFound> ordersOnceDecided(UUID session) {
        return Waiting.atMost(
                SETTLE_LIMIT,
                () -> orders(session),
                orders -> orders.stream()
                        .flatMap(order -> order.payments().stream())
                        .noneMatch(PaymentFound::isUndecided));
    }

    private List<OrderFound> orders(UUID session) {
        return api.all(Call.get("/v1/orders?sessionId=" + session).as(signIn.token("operator"))).stream()
                .map(order -> OrderFound.of(order, payments(Json.id(order, "id"))))
                .toList();
    }

    private List<PaymentFound> payments(UUID order) {
        return Json.items(asOperator("/v1/orders/" + order + "/payments")).stream()
                .map(payment -> new PaymentFound(
                        Json.id(payment, "id"), payment.path("status").asText(), captures(Json.id(payment, "id"))))
                .toList();
    }

    /** How often the provider took the money, by its own record; never, if it never heard of the payment. */
    private int captures(UUID payment) {
        Call look = Call.get("/v1/simulated-provider/charges/" + payment).as(signIn.token("operator"));
        Answer answer = api.send(look);
        if (!answer.succeeded() && answer.status() != 404) {
            throw new StackFailure("The provider's record of " + payment + " cannot be read: " + answer.summary());
        }
        return answer.body().path("captures").asInt();
    }

    /** Those of the orders that their own buyers can read. */
    Set<UUID> foundByOwner(List<Purchase> purchases) {
        Set<UUID> found = ConcurrentHashMap.newKeySet();
        try (Crowd buyers = new Crowd()) {
            purchases.forEach(purchase -> buyers.add(() -> {
                Call look = Call.get("/v1/orders/" + purchase.orderId()).as(signIn.token(purchase.account()));
                if (api.send(look).status() == 200) {
                    found.add(purchase.orderId());
                }
            }));
            buyers.join(SETTLE_LIMIT);
        }
        return found;
    }

    private JsonNode asOperator(String path) {
        return api.require(Call.get(path).as(signIn.token("operator"))).body();
    }
}
