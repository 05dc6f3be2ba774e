package dev.vetrina.localstack.room;

import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The creator, who pins one product after the other through whichever gateway answers. */
final class RoomHost implements Runnable {

    private static final String ACCOUNT = "creator-1";

    private final List<RestApi> gateways;
    private final SignIn signIn;
    private final List<UUID> products;
    private final Duration betweenPins;
    private final UUID session;
    private final AtomicBoolean leaves = new AtomicBoolean();
    private final AtomicInteger pins = new AtomicInteger();

    private RoomHost(List<RestApi> gateways, SignIn signIn, List<UUID> products, Duration betweenPins, UUID session) {
        this.gateways = List.copyOf(gateways);
        this.signIn = signIn;
        this.products = List.copyOf(products);
        this.betweenPins = betweenPins;
        this.session = session;
    }

    /** Goes live with a lineup of these products. */
    static RoomHost live(
            List<RestApi> gateways, SignIn signIn, String market, List<UUID> products, Duration betweenPins) {
        RestApi api = gateways.getFirst();
        String token = signIn.token(ACCOUNT);
        api.send(Call.post("/v1/creators")
                .as(token)
                .json(Map.of("displayName", "Anna on Trend", "handle", "anna.on.trend")));
        Answer created = api.require(Call.post("/v1/sessions")
                .as(token)
                .json(Map.of("title", "A room of many doors", "markets", List.of(market))));
        UUID session = Json.id(created.body(), "id");
        api.require(Call.put("/v1/sessions/" + session + "/lineup")
                .as(token)
                .ifMatch(created.etag())
                .json(Map.of(
                        "items",
                        products.stream()
                                .map(product -> Map.of("productId", product))
                                .toList())));
        RoomHost host = new RoomHost(gateways, signIn, products, betweenPins, session);
        String soon = Instant.now().plus(5, ChronoUnit.MINUTES).toString();
        host.command("schedule", Map.of("startsAt", soon));
        host.command("start", Map.of());
        return host;
    }

    UUID session() {
        return session;
    }

    int pins() {
        return pins.get();
    }

    /** Pins until it is told to end the show, and then ends it. */
    @Override
    public void run() {
        while (!leaves.get() && !Thread.currentThread().isInterrupted()) {
            UUID product = products.get(pins.get() % products.size());
            command("pin", Map.of("productId", product));
            pins.incrementAndGet();
            Pauses.pauseUnlessInterrupted(betweenPins);
        }
        command("end", Map.of());
    }

    void leave() {
        leaves.set(true);
    }

    List<ToldFact> timeline() {
        return gateways.getFirst().all(Call.get("/v1/sessions/" + session + "/timeline")).stream()
                .map(ToldFact::of)
                .toList();
    }

    /** A command succeeds where its state is reached already, so it is repeated until there is an answer. */
    private void command(String verb, Map<String, ?> body) {
        Call post = Call.post("/v1/sessions/" + session + "/" + verb).as(signIn.token(ACCOUNT));
        Call call = body.isEmpty() ? post : post.json(body);
        Answer answer = gateways.getFirst().once(call);
        for (int attempt = 1;
                answer.isWorthRepeating() && !Thread.currentThread().isInterrupted();
                attempt++) {
            Pauses.pauseUnlessInterrupted(Duration.ofMillis(100));
            answer = gateways.get(attempt % gateways.size()).once(call);
        }
        if (!answer.succeeded()) {
            throw new AssertionError(verb + " was refused: " + answer.summary());
        }
    }
}
