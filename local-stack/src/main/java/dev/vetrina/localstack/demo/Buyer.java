package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.stack.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waits for a product to be pinned, presses the button, and pays. */
final class Buyer implements Runnable {

    private static final Duration SHOW_LIMIT = Duration.ofMinutes(5);
    private static final Executor SECOND_FINGER = Thread::startVirtualThread;

    private final RestApi api;
    private final UUID session;
    private final BuyerPlan plan;
    private final Supplier<String> token;
    private final PinBoard pins;
    private final SalesLog sales;

    Buyer(RestApi api, UUID session, BuyerPlan plan, Supplier<String> token, PinBoard pins, SalesLog sales) {
        this.api = api;
        this.session = session;
        this.plan = plan;
        this.token = token;
        this.pins = pins;
        this.sales = sales;
    }

    @Override
    public void run() {
        if (pins.await(plan.pinned(), SHOW_LIMIT)) {
            Pauses.pause(plan.presses());
            place(plan.total()).ifPresent(this::goOn);
        }
    }

    private void goOn(JsonNode placed) {
        UUID order = Json.id(placed, "id");
        sales.bought(new Purchase(order, plan.account(), plan.wishes(), Money.of(placed.path("total"))));
        if (new Till(api, token, order).follow(plan.habit())) {
            sales.toldPaid(order);
        }
    }

    /** Places the order; a total that has changed meanwhile is accepted, with a new key, because the body is another. */
    private Optional<JsonNode> place(Money total) {
        Answer answer = press(order(total).key(UUID.randomUUID().toString()));
        if (answer.status() == 201) {
            return Optional.of(answer.body());
        }
        switch (answer.code()) {
            case "out-of-stock" -> sales.soldOut();
            case "total-changed" -> {
                return place(Money.of(answer.body().path("actualTotal")));
            }
            default -> {
                if (answer.isWorthRepeating()) {
                    sales.unanswered();
                } else {
                    sales.refused(answer.code());
                }
            }
        }
        return Optional.empty();
    }

    /** Whoever presses twice has what one of the answers says: the second may find what the first one did not. */
    private Answer press(Call order) {
        if (!plan.impatient()) {
            Answer answer = api.send(order);
            sales.answered(answer.took());
            return answer;
        }
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> api.send(order), SECOND_FINGER);
        Answer first = api.send(order);
        List<Answer> accepted = Stream.of(first, second.join())
                .filter(answer -> answer.status() == 201)
                .toList();
        sales.sameKey(
                accepted.stream().map(answer -> Json.id(answer.body(), "id")).toList());
        return accepted.isEmpty() ? first : accepted.getFirst();
    }

    private Call order(Money total) {
        List<Map<String, Object>> lines = plan.wishes().stream()
                .map(wish -> Map.<String, Object>of("variantId", wish.item().variantId(), "quantity", wish.quantity()))
                .toList();
        return Call.post("/v1/orders")
                .as(token.get())
                .json(Map.of(
                        "market", DemoOptions.MARKET,
                        "sessionId", session,
                        "lines", lines,
                        "shippingAddress", DemoOptions.ADDRESS,
                        "expectedTotal", total));
    }
}
