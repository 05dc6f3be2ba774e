package dev.vetrina.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.MovableClock;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that goes away after it has answered. */
@GatewayTest
class AwayTest {

    private static final Handler<HttpServerRequest> BROKEN =
            request -> request.connection().close();

    private static final Handler<HttpServerRequest> ANSWERS = request ->
            request.response().putHeader("Content-Type", "application/json").end("{\"number\":1}");

    @Inject
    MovableClock clock;

    private volatile Handler<HttpServerRequest> then = ANSWERS;

    @AfterEach
    void theClockIsRight() {
        clock.reset();
    }

    @Test
    void whileItIsAwayItsLastAnswerServesForAFewSeconds() {
        answered("/v1/brands");
        then = BROKEN;
        clock.advance(Duration.ofSeconds(60));
        given().get("/v1/brands")
                .then()
                .statusCode(200)
                .header("Cache-Status", "vetrina; hit; ttl=-1; detail=service-away")
                .header("Cache-Control", "public, max-age=0")
                .body("number", equalTo(1));
        then = request -> request.response().setStatusCode(503).end();
        given().get("/v1/brands").then().statusCode(200).body("number", equalTo(1));

        clock.advance(Duration.ofSeconds(6));
        given().get("/v1/brands").then().statusCode(503);
        then = BROKEN;
        given().get("/v1/brands").then().statusCode(502).body("code", equalTo("upstream-failed"));
    }

    @Test
    void whileItHangsItsLastAnswerIsNotWaitedFor() {
        answered("/v1/brands");
        then = request -> {};
        clock.advance(Duration.ofSeconds(60));
        given().get("/v1/brands")
                .then()
                .statusCode(200)
                .header("Cache-Status", "vetrina; hit; ttl=-1; detail=service-away")
                .time(lessThan(5_000L))
                .body("number", equalTo(1));
        then = BROKEN;
        Stubs.catalog().requests().forEach(request -> request.connection().close());
    }

    @Test
    void whatItAnswersLateIsAskedForOnceAndKept() {
        answered("/v1/brands?limit=7");
        CompletableFuture<HttpServerRequest> held = new CompletableFuture<>();
        then = held::complete;
        clock.advance(Duration.ofSeconds(60));
        int before = Stubs.catalog().requests().size();
        for (int i = 0; i < 3; i++) {
            given().get("/v1/brands?limit=7")
                    .then()
                    .statusCode(200)
                    .header("Cache-Status", containsString("service-away"))
                    .body("number", equalTo(1));
        }
        assertThat(Stubs.catalog().requests()).hasSize(before + 1);

        held.join().response().putHeader("Content-Type", "application/json").end("{\"number\":2}");
        Awaitility.await()
                .until(() -> given().get("/v1/brands?limit=7").jsonPath().getInt("number") == 2);
    }

    @Test
    void aServiceThatBreaksOffPublicQuestionsIsLeftAlone() {
        Stubs.catalog().does(request -> then.handle(request));
        then = BROKEN;
        List<Integer> statuses = IntStream.range(0, 150)
                .mapToObj(i -> given().get("/v1/brands/b" + i).statusCode())
                .toList();
        assertThat(statuses).startsWith(502).contains(503);
        assertThat(Stubs.catalog().requests()).hasSizeLessThan(2 * statuses.size());

        clock.advance(Duration.ofSeconds(2));
        then = ANSWERS;
        for (int i = 0; i < 20; i++) {
            given().get("/v1/brands/c" + i).then().statusCode(200);
        }
    }

    @Test
    void aServiceThatIsThereAndFailsIsHeard() {
        answered("/v1/brands");
        clock.advance(Duration.ofSeconds(60));
        then = request -> request.response().setStatusCode(500).end("{}");
        given().get("/v1/brands").then().statusCode(500);
    }

    @Test
    void pricesAndStagesAreNeverOlderThanTheNoticeOfTheirChanges() {
        answered("/v1/products/1");
        then = BROKEN;
        clock.advance(Lifetime.NOTICED);
        given().get("/v1/products/1").then().statusCode(502);
    }

    private void answered(String uri) {
        Stubs.catalog().does(request -> then.handle(request));
        given().get(uri).then().statusCode(200);
    }
}
