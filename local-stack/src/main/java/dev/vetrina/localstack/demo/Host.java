package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The creator who leads through the show. */
final class Host {

    static final String ACCOUNT = "creator-1";
    private static final int MINUTES_AHEAD = 5;

    private final RestApi api;
    private final SignIn signIn;

    Host(RestApi api, SignIn signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    /** Whoever is registered already stays so: the demo may be repeated. */
    void register() {
        Answer answer = api.send(Call.post("/v1/creators")
                .as(token())
                .json(Map.of("displayName", "Anna on Trend", "handle", "anna.on.trend")));
        if (!answer.succeeded() && answer.status() != 409) {
            throw new StackFailure("The creator could not be registered: " + answer.summary());
        }
    }

    /** Creates a session, gives it its lineup, and announces it. */
    UUID schedule(String title, List<UUID> products) {
        Answer created = api.require(Call.post("/v1/sessions")
                .as(token())
                .json(Map.of("title", title, "markets", List.of(DemoOptions.MARKET))));
        UUID session = Json.id(created.body(), "id");
        List<Map<String, UUID>> items =
                products.stream().map(product -> Map.of("productId", product)).toList();
        api.require(Call.put(path(session) + "/lineup")
                .as(token())
                .ifMatch(created.etag())
                .json(Map.of("items", items)));
        Instant start = Instant.now().plus(MINUTES_AHEAD, ChronoUnit.MINUTES);
        command(session, "schedule", Map.of("startsAt", start.toString()));
        return session;
    }

    void start(UUID session) {
        command(session, "start", Map.of());
    }

    void pin(UUID session, UUID product) {
        command(session, "pin", Map.of("productId", product));
    }

    void end(UUID session) {
        command(session, "end", Map.of());
    }

    JsonNode statistics(UUID session) {
        return api.require(Call.get(path(session) + "/statistics").as(token())).body();
    }

    /** Every fact that was shown, in order. */
    List<FeedFact> timeline(UUID session) {
        return api.all(Call.get(path(session) + "/timeline")).stream()
                .map(fact -> new FeedFact(
                        fact.path("sequence").asLong(), fact.path("kind").asText()))
                .toList();
    }

    /** Commands succeed when the state is reached already, so they may be repeated. */
    private void command(UUID session, String verb, Map<String, Object> body) {
        Call call = Call.post(path(session) + "/" + verb).as(token());
        api.require(body.isEmpty() ? call : call.json(body));
    }

    private String token() {
        return signIn.token(ACCOUNT);
    }

    private static String path(UUID session) {
        return "/v1/sessions/" + session;
    }
}
