package dev.vetrina.live.giveaway;

import static org.awaitility.Awaitility.await;

import dev.vetrina.live.Goods;
import dev.vetrina.live.SeenFact;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A giveaway announced over the REST API, open for 120 s and drawn 10 s later. */
record Raffle(Show show, UUID id) {

    static final Duration UNTIL_CLOSED = Duration.ofSeconds(121);
    static final Duration UNTIL_DRAWN = Duration.ofSeconds(132);

    static Raffle of(int winners) {
        return in(Show.live(Goods.some()), body(winners));
    }

    static Raffle in(Show show, String body) {
        return new Raffle(
                show,
                announce(show, show.token(), body)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getUUID("id"));
    }

    static Response announce(Show show, String token, String body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(body)
                .post(show.path("/giveaways"));
    }

    static String body(int winners) {
        return "{\"prize\":\"A jumper\",\"winners\":%d,\"entrySeconds\":120}".formatted(winners);
    }

    Response enter(String customer) {
        return enterAs(Tokens.customer(customer));
    }

    Response enterAs(String token) {
        return Api.as(token).body("{\"nonce\":\"" + UUID.randomUUID() + "\"}").post(path() + "/entries");
    }

    Response withdraw(String customer) {
        return Api.as(Tokens.customer(customer)).delete(path() + "/entries/mine");
    }

    Response mine(String customer) {
        return Api.as(Tokens.customer(customer)).get(path() + "/entries/mine");
    }

    JsonPath state() {
        return Api.anonymous().get(path()).then().statusCode(200).extract().jsonPath();
    }

    JsonPath awaitStatus(String status) {
        return await("giveaway " + status)
                .atMost(Duration.ofSeconds(30))
                .until(this::state, state -> state.getString("status").equals(status));
    }

    List<SeenFact> facts() {
        return show.timeline().stream()
                .filter(fact -> fact.kind().startsWith("giveaway-"))
                .toList();
    }

    String path() {
        return show.path("/giveaways/" + id);
    }
}
