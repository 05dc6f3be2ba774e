package dev.vetrina.order.webhook;

import static org.awaitility.Awaitility.await;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a brand does with its endpoints. */
public final class Hooks {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Hooks() {}

    /** An endpoint that was made. */
    public record Hook(UUID brandId, UUID id, String secret) {}

    public static Response create(UUID brandId, String url, List<String> types) {
        return Api.as(Tokens.brand(brandId))
                .body(Map.of("url", url, "eventTypes", types))
                .post("/v1/webhook-endpoints");
    }

    public static Hook created(UUID brandId, String url, String... types) {
        JsonPath made = create(brandId, url, List.of(types))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Hook(brandId, UUID.fromString(made.getString("id")), made.getString("secret"));
    }

    /** Of a brand of its own. */
    public static Hook created(String url) {
        return created(Ids.next(), url);
    }

    /** One of each of so many brands, at numbered paths. */
    public static List<Hook> created(Sink sink, String path, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> created(sink.url(path + i)))
                .toList();
    }

    /** As nothing was changed at it before. */
    public static void move(Hook hook, String url) {
        Api.as(Tokens.brand(hook.brandId()))
                .header("If-Match", "\"0\"")
                .body(Map.of("url", url))
                .put("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(200);
    }

    public static Response post(Hook hook, String command, Object body) {
        return Api.as(Tokens.brand(hook.brandId())).body(body).post("/v1/webhook-endpoints/{id}/" + command, hook.id());
    }

    /** Sends it a test message. Returns the message's id. */
    public static String tested(Hook hook) {
        return post(hook, "test", Map.of()).then().statusCode(202).extract().path("messageId");
    }

    public static JsonPath read(Hook hook) {
        return Api.as(Tokens.brand(hook.brandId()))
                .get("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The delivery of a message, as soon as it is in this state after so many attempts. */
    public static JsonPath delivery(Hook hook, String messageId, String status, int attempts) {
        return await().atMost(PATIENCE)
                .until(
                        () -> delivery(hook, messageId),
                        found -> status.equals(found.getString("delivery.status"))
                                && found.getInt("delivery.attempts") == attempts);
    }

    public static JsonPath delivery(Hook hook, String messageId) {
        String id = Api.as(Tokens.brand(hook.brandId()))
                .get("/v1/webhook-deliveries?messageId=" + messageId + "&endpointId=" + hook.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return Api.as(Tokens.brand(hook.brandId()))
                .get("/v1/webhook-deliveries/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
