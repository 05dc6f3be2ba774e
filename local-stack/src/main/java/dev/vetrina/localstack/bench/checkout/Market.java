package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.Pace;
import dev.vetrina.localstack.demo.Shelf;
import dev.vetrina.localstack.demo.Ware;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.StackFailure;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What is on sale, and the sales. */
final class Market {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BASKET = 5;
    private static final int BASKETS = 5_000;

    private final BenchmarkRun run;
    private final RestApi api;
    private final SignIn signIn;
    private final Shelf shelf;
    private final Ware hot;
    private final List<Ware> others;
    private final OrderBody orders;

    /** Buys once, so that a mistake does not pass for speed. */
    Market(BenchmarkRun run, PurchaseWay way) {
        this.run = run;
        this.api = new RestApi(URI.create(run.ports().url(Port.GATEWAY)), PATIENCE);
        this.signIn = SignIn.at(run.issuer());
        this.shelf = Shelf.filled(api, signIn, BenchmarkCatalogue.get());
        this.hot = shelf.wares().getFirst();
        this.others = shelf.wares().stream().filter(ware -> !ware.equals(hot)).toList();
        provide(1_000);
        this.orders = new OrderBody(way, surcharge(way));
    }

    /** Units of the hot variant. */
    void provide(int units) {
        shelf.provide(hot, units);
    }

    /** Until what the catalogue declares has reached the service that sells. */
    void awaitStock(DatabaseCheck database) {
        database.awaitStock(others.size());
    }

    SaleRound sellHot(int buyers, Pace pace) {
        byte[] order = orders.bytes(List.of(hot));
        return sell("hot", buyers, pace, () -> order);
    }

    /** One unit of any of the others. */
    SaleRound sellSpread(int buyers, Pace pace) {
        return sell("spread", buyers, pace, oneOf(others.stream().map(List::of).toList()));
    }

    /** Several different variants at once, in any order. */
    SaleRound sellBaskets(int buyers, Pace pace) {
        List<Ware> shuffled = new ArrayList<>(others);
        Random random = new Random(run.load().toMillis());
        return sell(
                "baskets",
                buyers,
                pace,
                oneOf(IntStream.range(0, BASKETS)
                        .mapToObj(basket -> {
                            Collections.shuffle(shuffled, random);
                            return List.copyOf(shuffled.subList(0, Math.min(BASKET, shuffled.size())));
                        })
                        .toList()));
    }

    private Supplier<byte[]> oneOf(List<List<Ware>> baskets) {
        List<byte[]> bodies = baskets.stream().map(orders::bytes).toList();
        return () -> bodies.get(ThreadLocalRandom.current().nextInt(bodies.size()));
    }

    private SaleRound sell(String kind, int buyers, Pace pace, Supplier<byte[]> wanted) {
        int port = run.ports().of(Port.GATEWAY);
        try (Crowd crowd = Crowd.of(buyers, port, Market.this::token, orders.way())) {
            return new SaleRound(kind, buyers, crowd.buy(pace, wanted));
        }
    }

    /** What an order costs beside its lines, such as its shipping: the system says so to whoever expects less. */
    private long surcharge(PurchaseWay way) {
        Answer answer = place(new OrderBody(way, 0));
        if (answer.succeeded()) {
            return 0;
        }
        long surcharge = answer.body().path("actualTotal").path("amount").asLong() - hot.amount();
        if (!answer.code().equals("total-changed")
                || !place(new OrderBody(way, surcharge)).succeeded()) {
            throw new StackFailure("An order for the benchmark was refused: " + answer.summary());
        }
        return surcharge;
    }

    private Answer place(OrderBody body) {
        return api.send(Call.post("/v1/orders")
                .as(token(1))
                .key(UUID.randomUUID().toString())
                .json(body.of(List.of(hot))));
    }

    private String token(int buyer) {
        return signIn.token("customer-" + buyer);
    }
}
