package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.stack.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Buys again and again, and repeats with the same key whatever gets no lasting answer. */
final class StubbornBuyer implements Runnable {

    private static final int BASKET_EVERY = 4;
    private static final int SHORTEST_BREAK_MILLIS = 50;
    private static final int LONGEST_BREAK_MILLIS = 250;

    private final RestApi api;
    private final List<OneProduct> products;
    private final Supplier<String> token;
    private final BooleanSupplier goesOn;
    private final Random random;
    private final ClientLog log;

    StubbornBuyer(
            RestApi api,
            List<OneProduct> products,
            Supplier<String> token,
            BooleanSupplier goesOn,
            Random random,
            ClientLog log) {
        this.api = api;
        this.products = products;
        this.token = token;
        this.goesOn = goesOn;
        this.random = random;
        this.log = log;
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            buy(basket());
            Pauses.pause(Duration.ofMillis(random.nextInt(SHORTEST_BREAK_MILLIS, LONGEST_BREAK_MILLIS)));
        }
    }

    /** One product, or all of them in any order, which is where deadlocks would come from. */
    private List<OneProduct> basket() {
        List<OneProduct> shuffled = new ArrayList<>(products);
        Collections.shuffle(shuffled, random);
        return random.nextInt(BASKET_EVERY) == 0 ? shuffled : shuffled.subList(0, 1);
    }

    private void buy(List<OneProduct> basket) {
        Habit habit = Habit.of(random.nextInt(20));
        String key = UUID.randomUUID().toString();
        Answer answer = api.send(order(basket).key(key));
        if (answer.status() == 201) {
            UUID order = Json.id(answer.body(), "id");
            log.accepted(key, order);
            pay(order, habit);
        } else if (answer.isWorthRepeating()) {
            log.unanswered();
        } else {
            log.refused(answer.code());
        }
    }

    /** Every so often nobody pays or cancels, and the hold ends by itself. */
    private void pay(UUID order, Habit habit) {
        boolean forgets = habit == Habit.CHANGES_MIND;
        if (!forgets && new Till(api, token, order).follow(habit)) {
            log.toldPaid(order);
        }
    }

    private Call order(List<OneProduct> basket) {
        long total = basket.stream().mapToLong(OneProduct::amount).sum();
        List<Map<String, Object>> lines = basket.stream()
                .map(product -> Map.<String, Object>of("variantId", product.variantId(), "quantity", 1))
                .toList();
        return Call.post("/v1/orders")
                .as(token.get())
                .json(Map.of(
                        "market",
                        DemoOptions.MARKET,
                        "lines",
                        lines,
                        "shippingAddress",
                        DemoOptions.ADDRESS,
                        "expectedTotal",
                        new Money(total, DemoOptions.CURRENCY)));
    }
}
