package dev.vetrina.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.MovableClock;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class CachedAnswersTest {

    @Inject
    MovableClock clock;

    @BeforeEach
    void theServiceCounts() {
        catalogAnswers(response -> {});
    }

    @AfterEach
    void theClockIsRight() {
        clock.reset();
    }

    @Test
    void whatOneHasAskedForIsThereForTheNext() {
        given().get("/v1/brands")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Status", "vetrina; fwd=miss; stored")
                .body("number", equalTo(1));
        given().get("/v1/brands")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Status", "vetrina; hit")
                .header("Cache-Control", startsWith("public, max-age="))
                .header("Age", matchesPattern("[0-9]+"))
                .header("Vary", equalTo("Accept, Accept-Language, Authorization, Cookie, Origin, Session-Pass"))
                .header("Vetrina-Unchanged-Millis", nullValue())
                .header("X-Custom", equalTo("kept"))
                .body("number", equalTo(1));
        assertThat(asked()).hasSize(1);
        assertThat(asked().getFirst().getHeader("X-Request-Id")).isNotNull();
    }

    @Test
    void afterItsTimeItIsAskedForAgain() {
        given().get("/v1/brands");
        clock.advance(Duration.ofSeconds(60));
        given().get("/v1/brands").then().body("number", equalTo(2));
    }

    @Test
    void everyAnswerHasItsOwnRequestId() {
        given().header("X-Request-Id", "first").get("/v1/brands").then().header("X-Request-Id", "first");
        given().header("X-Request-Id", "second").get("/v1/brands").then().header("X-Request-Id", "second");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String tag = given().get("/v1/brands").header("ETag");
        given().header("If-None-Match", "\"x\", " + tag)
                .get("/v1/brands")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        given().header("If-None-Match", "\"x\"").get("/v1/brands").then().statusCode(200);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void anotherAnswerHasAnotherTagAlthoughItsRowIsTheSame() {
        String tag = given().get("/v1/brands").header("ETag");
        clock.advance(Duration.ofSeconds(60));
        given().header("If-None-Match", tag)
                .get("/v1/brands")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .header("ETag", startsWith("\"7."));
    }

    @Test
    void whoHasReadAPublicAnswerMayEditByItsTag() {
        String tag = given().get("/v1/brands/1").header("ETag");
        given().header("If-Match", tag).body("{}").put("/v1/brands/1").then().statusCode(200);
        assertThat(asked().getLast().getHeader("If-Match")).isEqualTo("\"7\"");
    }

    @Test
    void theHeadAloneAndAPartAreAnsweredFromTheWhole() {
        String length = given().get("/v1/brands").header("Content-Length");
        given().head("/v1/brands")
                .then()
                .statusCode(200)
                .header("Content-Length", length)
                .body(equalTo(""));
        given().header("Range", "bytes=0-2")
                .get("/v1/brands")
                .then()
                .statusCode(200)
                .body("number", equalTo(1));
        assertThat(asked()).hasSize(1);
        assertThat(asked().getFirst().getHeader("Range")).isNull();
    }

    @Test
    void aQuestionIsTheSameHoweverItIsWritten() {
        given().urlEncodingEnabled(false).get("/v1/brands?limit=2&cursor=a%20b");
        given().urlEncodingEnabled(false).get("/v1/brands?cursor=a+b&limit=%32");
        assertThat(asked()).hasSize(1);
        given().get("/v1/brands?limit=3");
        given().get("/v1/brands/2");
        assertThat(asked()).hasSize(3);
    }

    @Test
    void whatTheTableDoesNotKnowIsProxied() {
        for (String uri :
                List.of("/v1/brands?nonce=1", "/v1/brands?limit=1&limit=2", "/v1/catalog-imports/1", "/v1/brands/")) {
            catalogAnswers(response -> {});
            given().get(uri).then().statusCode(200).header("Cache-Status", nullValue());
            given().get(uri).then().body("number", equalTo(2));
        }
        catalogAnswers(response -> {});
        given().accept("text/csv").get("/v1/brands").then().header("Cache-Status", nullValue());
        assertThat(asked().getLast().getHeader("Accept")).isEqualTo("text/csv");
    }

    @Test
    void whatTheServiceDoesNotMeanForAllIsProxiedForEach() {
        for (Consumer<HttpServerResponse> mark : List.<Consumer<HttpServerResponse>>of(
                response -> response.putHeader("Cache-Control", "no-store"),
                response -> response.putHeader("Cache-Control", "max-age=5, Private"),
                response -> response.putHeader("Set-Cookie", "a=b"),
                response -> response.putHeader("Vary", "Accept, X-Mood"),
                response -> response.putHeader("Vary", "*"))) {
            catalogAnswers(mark);
            int first = given().get("/v1/brands").path("number");
            given().get("/v1/brands").then().body("number", equalTo(first + 1)).header("Cache-Status", nullValue());
        }
    }

    @Test
    void anAnswerInALanguageIsForThoseWhoReadIt() {
        Stubs.catalog()
                .does(request -> request.response()
                        .putHeader("Vary", "Accept-Language")
                        .end("{\"in\":\"" + request.getHeader("Accept-Language") + "\"}"));
        for (int round = 0; round < 2; round++) {
            assertThat(inLanguage("de")).contains("\"de\"");
            assertThat(inLanguage("it")).contains("\"it\"");
        }
        assertThat(asked()).hasSize(2);
    }

    @Test
    void aRefusalIsNotKept() {
        Stubs.catalog()
                .does(request -> request.response()
                        .setStatusCode(asked().size() == 1 ? 404 : 200)
                        .putHeader("Retry-After", "1")
                        .end("{}"));
        given().get("/v1/brands/1")
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store");
        given().get("/v1/brands/1").then().statusCode(200);
    }

    @Test
    void whatIsTooLongToKeepIsProxied() {
        String half = "x".repeat(700_000);
        Stubs.catalog().does(request -> {
            request.response().setChunked(true).write(half);
            request.response().end(half);
        });
        for (int i = 0; i < 2; i++) {
            assertThat(given().get("/v1/products").asString()).hasSize(1_400_000);
        }
    }

    private static String inLanguage(String language) {
        return given().header("Accept-Language", language).get("/v1/brands").asString();
    }

    private static List<HttpServerRequest> asked() {
        return Stubs.catalog().requests();
    }

    private static void catalogAnswers(Consumer<HttpServerResponse> mark) {
        Stubs.catalog().does(request -> {
            HttpServerResponse response = request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("ETag", "\"7\"")
                    .putHeader("X-Custom", "kept");
            mark.accept(response);
            response.end("{\"number\":" + asked().size() + "}");
        });
    }
}
