package dev.vetrina.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.live.engagement.Engagement;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What viewers do is taken at once and written later: after everything that is refused comes one thing that is not, and what is
 * written in the end is that and nothing else.
 */
@QuarkusTest
class ViewerInputTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEART = "{\"kind\":\"HEART\"}";

    @Inject
    Engagement engagement;

    private final Goods jumper = Goods.some();
    private final String viewer = Tokens.customer("viewer-" + UUID.randomUUID());
    private final String click = look("CLICK");
    private Show show = new Show(new UUID(0, 0), new UUID(0, 0), "", List.of());

    @BeforeEach
    void begin() {
        show = Show.live(jumper);
    }

    @Test
    void whoIsNobodyIsNoViewer() {
        Map<String, String> bodies = Map.of(
                "/chat-messages", "{\"text\":\"Hello\"}", "/reactions", HEART, "/product-interactions", looks(click));
        Show draft = Show.draft();
        String expired = Tokens.forge(Account.operator()).expired().token();

        bodies.forEach((path, body) -> {
            Api.anonymous()
                    .body(body)
                    .post(show.path(path))
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("code", equalTo("unauthenticated"));
            Api.as(expired).body(body).post(show.path(path)).then().statusCode(401);
            Api.as(viewer)
                    .body(body)
                    .post(draft.path(path))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        });
        refused(Api.anonymous().body(HEART).post(show.path("/reactions?ticket=nonsense")), 401, "invalid-ticket");

        onlyOneMessageIsThere();
        onlyOneReactionCounts();
        onlyOneLookCounts();
    }

    @Test
    void aMessageIsNeitherTooLongNorEmptyNorUnstorable() {
        for (String text : List.of("x".repeat(301), "x".repeat(3001), " ", "\u200b")) {
            refused("/chat-messages", "{\"text\":\"" + text + "\"}", 422, "invalid-input");
        }
        refused("/chat-messages", "{\"text\":\"a\\u0000b\"}", 400, "invalid-character");
        Api.as(viewer)
                .header("Idempotency-Key", "x".repeat(256))
                .body("{\"text\":\"With too long a key\"}")
                .post(show.path("/chat-messages"))
                .then()
                .statusCode(400);

        onlyOneMessageIsThere();
    }

    @Test
    void aReactionHasItsBounds() {
        violates("/reactions", "{\"kind\":\"HEART\",\"count\":0}", "count");
        violates("/reactions", "{\"kind\":\"HEART\",\"count\":21}", "count");
        violates("/reactions", "{\"kind\":\"HEART\",\"market\":\"gb\"}", "market");
        refused("/reactions", "{\"kind\":\"HEART\",\"market\":\"FR\"}", 422, "market-not-shown");
        refused("/reactions", "{\"kind\":\"BOO\"}", 400, "wrong-type");

        onlyOneReactionCounts();
    }

    @Test
    void looksHaveTheirBounds() {
        String tooMany = String.join(",", Collections.nCopies(101, click));

        violates("/product-interactions", looks(""), "interactions");
        violates("/product-interactions", looks(tooMany), "interactions");
        for (String wrong : List.of("null", click + ",null")) {
            refused("/product-interactions", looks(wrong), 422, "invalid-input");
        }

        onlyOneLookCounts();
    }

    private void onlyOneMessageIsThere() {
        Api.as(viewer)
                .body("{\"text\":\"The only one\"}")
                .post(show.path("/chat-messages"))
                .then()
                .statusCode(201);

        List<String> texts = await().atMost(PATIENCE)
                .until(
                        () -> Api.as(show.token())
                                .get(show.path("/chat-messages"))
                                .jsonPath()
                                .getList("items.text", String.class),
                        written -> written.contains("The only one"));
        assertThat(texts).containsExactly("The only one");
    }

    private void onlyOneReactionCounts() {
        Api.as(viewer)
                .body("{\"kind\":\"CLAP\"}")
                .post(show.path("/reactions"))
                .then()
                .statusCode(202);

        Map<String, Long> counted = await().atMost(PATIENCE)
                .until(
                        () -> engagement.reactionTotals(List.of(show.id())).getOrDefault(show.id(), Map.of()),
                        totals -> totals.containsKey("CLAP"));
        assertThat(counted).isEqualTo(Map.of("CLAP", 1L));
    }

    private void onlyOneLookCounts() {
        Api.as(viewer)
                .body(looks(look("IMPRESSION")))
                .post(show.path("/product-interactions"))
                .then()
                .statusCode(202)
                .body("counted", equalTo(1));

        List<Engagement.Looks> seen = await().atMost(PATIENCE)
                .until(
                        () -> engagement.looks(show.id()),
                        looks -> looks.stream().anyMatch(row -> row.impressions() > 0));
        assertThat(seen).singleElement().satisfies(only -> {
            assertThat(only.productId()).isEqualTo(jumper.productId());
            assertThat(only.impressions()).isOne();
            assertThat(only.clicks()).isZero();
        });
    }

    private void violates(String path, String body, String field) {
        refused(path, body, 422, "invalid-input").body("violations.field", equalTo(List.of(field)));
    }

    private ValidatableResponse refused(String path, String body, int status, String code) {
        return refused(Api.as(viewer).body(body).post(show.path(path)), status, code);
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private String look(String type) {
        return "{\"productId\":\"%s\",\"type\":\"%s\"}".formatted(jumper.productId(), type);
    }

    private static String looks(String looks) {
        return "{\"interactions\":[" + looks + "]}";
    }
}
