package dev.vetrina.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.RawClient;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class SessionPageTest {

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private static final String SESSION = "/v1/sessions/0198c0de-0000-7000-8000-000000000001";
    private static final String PAGE = SESSION + "/page?market=GB";
    private static final String TOKEN = Tokens.customer("c1");

    private final Map<String, Handler<HttpServerRequest>> parts = new ConcurrentHashMap<>();

    @BeforeEach
    void allPartsAnswer() {
        parts.put(SESSION, json(200, "{\"id\":\"1\",\"status\":\"LIVE\",\"lineup\":[{\"soldOut\":false}]}"));
        parts.put(SESSION + "/statistics", json(200, "{\"viewersNow\":7}"));
        parts.put(SESSION + "/statistics/brands", json(200, "{\"items\":[]}"));
        Stubs.live()
                .does(request ->
                        parts.getOrDefault(request.path(), json(404, "{}")).handle(request));
    }

    @Test
    void aPageHasTheSessionItsLineupAndTheCallersStatistics() {
        Api.as(TOKEN)
                .get(PAGE)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "private, no-store")
                .body("session.status", equalTo("LIVE"))
                .body("session.lineup", nullValue())
                .body("lineup.items[0].soldOut", equalTo(false))
                .body("statistics.viewersNow", equalTo(7))
                .body("missing", hasSize(0));
    }

    @Test
    void everyPartIsAskedForWithTheCallersCredentialsAndNothingElse() {
        given().auth()
                .oauth2(TOKEN)
                .header("Session-Pass", "p1")
                .header("Cookie", "a=b")
                .header("X-Anything", "1")
                .header("If-None-Match", "\"1\"")
                .header("X-Request-Id", "r1")
                .get(PAGE)
                .then()
                .statusCode(200)
                .header("X-Request-Id", "r1");
        assertThat(asked()).containsExactlyInAnyOrder(SESSION + "?market=GB", SESSION + "/statistics");
        assertThat(Stubs.live().requests()).allSatisfy(request -> {
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + TOKEN);
            assertThat(request.getHeader("Session-Pass")).isEqualTo("p1");
            assertThat(request.getHeader("X-Request-Id")).isEqualTo("r1");
            assertThat(request.getHeader("traceparent")).isNotNull();
            assertThat(request.headers().contains("Cookie")).isFalse();
            assertThat(request.headers().contains("X-Anything")).isFalse();
            assertThat(request.headers().contains("If-None-Match")).isFalse();
        });
    }

    @Test
    void withoutATokenThePageIsSharedAndSaysWhatIsMissing() {
        for (int i = 0; i < 2; i++) {
            given().get(SESSION + "/page")
                    .then()
                    .statusCode(200)
                    .body("session.id", equalTo("1"))
                    .body("statistics", nullValue())
                    .body("missing[0].part", equalTo("statistics"))
                    .body("missing[0].status", equalTo(401))
                    .body("missing[0].code", equalTo("unauthenticated"));
        }
        assertThat(given().get(SESSION + "/page").header("ETag")).isNotNull();
        assertThat(asked()).containsOnly(SESSION);
        Api.as(TOKEN).get(SESSION + "/page").then().body("statistics.viewersNow", equalTo(7));
    }

    @Test
    void aBrandHasItsOwnFigures() {
        parts.put(SESSION + "/statistics", json(403, "{\"code\":\"forbidden\"}"));
        Api.as(Tokens.brand(UUID.randomUUID()))
                .get(PAGE)
                .then()
                .body("brandStatistics.items", hasSize(0))
                .body("statistics", nullValue())
                .body("missing", hasSize(0));
    }

    @Test
    void whoMaySeeNoFiguresIsToldSoAndOnlyForABrandItsOwnAreAskedFor() {
        parts.put(SESSION + "/statistics", json(403, "{\"code\":\"forbidden\"}"));
        parts.put(SESSION + "/statistics/brands", json(200, "{\"items\":[]}"));
        missing(403, "forbidden");
        assertThat(Stubs.live().requests()).noneMatch(request -> request.path().endsWith("/brands"));
    }

    @Test
    void aPartThatIsSlowOrBreaksOffOrMakesNoSenseIsMissing() {
        parts.put(SESSION + "/statistics", request -> {});
        missing(504, "upstream-timeout");
        parts.put(SESSION + "/statistics", request -> request.connection().close());
        missing(502, "upstream-failed");
        parts.put(SESSION + "/statistics", json(500, "<html>"));
        missing(500, "upstream-failed");
        parts.put(SESSION + "/statistics", json(200, "<html>"));
        missing(502, "upstream-failed");
        parts.put(SESSION + "/statistics", json(200, "\"" + "x".repeat(5 << 20) + "\""));
        missing(502, "upstream-failed");
    }

    @Test
    void withoutTheSessionThereIsNoPage() {
        parts.put(SESSION, json(404, "{\"code\":\"not-found\",\"instance\":\"" + SESSION + "\"}"));
        for (var caller : List.of(given(), Api.as(TOKEN))) {
            caller.get(PAGE)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"))
                    .body("instance", equalTo(SESSION + "/page"));
        }
        parts.put(SESSION, request -> request.connection().close());
        for (var caller : List.of(given(), Api.as(TOKEN))) {
            caller.get(PAGE).then().statusCode(502).body("code", equalTo("upstream-failed"));
        }
        parts.put(SESSION, json(200, "[]"));
        for (var caller : List.of(given(), Api.as(TOKEN))) {
            caller.get(PAGE).then().statusCode(502).body("code", equalTo("upstream-failed"));
        }
    }

    @Test
    void aFullLineupIsThereInItsOrder() {
        String cards = IntStream.range(0, 200)
                .mapToObj(i -> "{\"title\":\"" + i + " " + "x".repeat(2_000) + "\"}")
                .collect(Collectors.joining(","));
        parts.put(SESSION, json(200, "{\"id\":\"1\",\"lineup\":[" + cards + "]}"));
        List<String> titles = Api.as(TOKEN).get(PAGE).path("lineup.items.title");
        assertThat(titles).hasSize(200);
        assertThat(titles.getLast()).startsWith("199 ");
        parts.put(SESSION, json(200, "{\"lineup\":[\"" + "x".repeat(5 << 20) + "\"]}"));
        Api.as(TOKEN).get(PAGE).then().statusCode(502).body("code", equalTo("upstream-failed"));
    }

    @Test
    void wrongInputIsRefusedBeforeAServiceIsAsked() {
        assertThat(RawClient.answer(
                        port,
                        "GET " + SESSION + "/page?market=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"code\":\"malformed-request\"");
        given().get("/v1/sessions/x/page").then().statusCode(404).body("code", equalTo("not-found"));
        given().get(SESSION + "/page?market=gb").then().statusCode(422).body("violations[0].field", equalTo("market"));
        Api.as("nonsense").get(PAGE).then().statusCode(401);
        assertThat(Stubs.live().requests()).isEmpty();
    }

    private static void missing(int status, String code) {
        Api.as(TOKEN)
                .get(PAGE)
                .then()
                .statusCode(200)
                .body("session.id", equalTo("1"))
                .body("statistics", nullValue())
                .body("missing[0].part", equalTo("statistics"))
                .body("missing[0].status", equalTo(status))
                .body("missing[0].code", equalTo(code));
    }

    private static List<String> asked() {
        return Stubs.live().requests().stream().map(HttpServerRequest::uri).toList();
    }

    private static Handler<HttpServerRequest> json(int status, String body) {
        return request -> request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }
}
