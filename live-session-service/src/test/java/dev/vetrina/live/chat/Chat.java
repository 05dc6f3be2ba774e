package dev.vetrina.live.chat;

import static org.awaitility.Awaitility.await;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.live.feed.SseReader;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chat of a live show, used over the REST API. */
record Chat(Show show) {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    static Chat live() {
        return new Chat(Show.live(Goods.some()));
    }

    static String viewer() {
        return Tokens.customer("viewer-" + UUID.randomUUID());
    }

    String host() {
        return show.token();
    }

    static String moderator() {
        return Tokens.moderator("moderator-" + UUID.randomUUID());
    }

    Response post(String token, String text) {
        return Api.as(token).body(Map.of("text", text)).post(show.path("/chat-messages"));
    }

    Response post(String token, String text, String key) {
        return Api.as(token)
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .post(show.path("/chat-messages"));
    }

    /** Returns the message's id. */
    String say(String token, String text) {
        return post(token, text).then().statusCode(201).extract().path("id");
    }

    Response act(String token, String messageId, String action) {
        return Api.as(token).post(show.path("/chat-messages/" + messageId + "/" + action));
    }

    Response erase(String token, String messageId) {
        return Api.as(token).delete(show.path("/chat-messages/" + messageId));
    }

    Response pin(String token, String messageId) {
        return Api.as(token).body(Map.of("messageId", messageId)).put(show.path("/chat-pin"));
    }

    Response sanction(String token, Map<String, Object> sanction) {
        return Api.as(token).body(sanction).post(show.path("/chat-sanctions"));
    }

    JsonPath history(String query) {
        return Api.as(host())
                .get(show.path("/chat-messages?limit=200&" + query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    List<String> texts(String query) {
        return history(query).getList("items.text");
    }

    /** Until it is stored. */
    void awaitStored(String messageId) {
        await("message " + messageId)
                .atMost(PATIENCE)
                .until(() -> List.of("VISIBLE", "HELD", "HIDDEN").stream()
                        .anyMatch(state ->
                                history("state=" + state).getList("items.id").contains(messageId)));
    }

    Response settings(String token, Map<String, Object> changes) {
        Response now = Api.as(host()).get(show.path("/chat-settings"));
        Map<String, Object> settings = new HashMap<>(Map.of(
                "mode", "OPEN",
                "slowModeSeconds", 0,
                "blockedKeywords", List.of(),
                "linksFrom", "TEAM",
                "onMatch", "HOLD"));
        settings.putAll(changes);
        return Api.as(token)
                .header("If-Match", now.header("ETag"))
                .body(settings)
                .put(show.path("/chat-settings"));
    }

    SseReader stream() {
        SseReader reader = SseReader.open("/internal/feed/" + show.id() + "/stream?market=GB");
        await().atMost(PATIENCE).until(() -> !reader.named("hello").isEmpty());
        return reader;
    }

    /** What the pulses of a stream have told of the chat so far. */
    static List<Map<String, Object>> told(SseReader reader) {
        return reader.named("pulse").stream()
                .map(pulse -> pulse.json().<Map<String, Object>>getList("chat"))
                .filter(chat -> chat != null)
                .flatMap(List::stream)
                .toList();
    }

    static void awaitTold(SseReader reader, String id, @Nullable String state) {
        await("%s told as %s".formatted(id, state))
                .atMost(PATIENCE)
                .until(() -> told(reader).stream()
                        .anyMatch(item -> id.equals(item.get("id"))
                                && String.valueOf(state).equals(item.get("state"))));
    }
}
