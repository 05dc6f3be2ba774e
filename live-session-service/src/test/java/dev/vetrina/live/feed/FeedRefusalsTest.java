package dev.vetrina.live.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.problem.ProblemException;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedRefusalsTest {

    private final FeedRefusals refusals = new FeedRefusals(new ObjectMapper());
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anOutageTellsWhenToComeBack() {
        answer(new IllegalStateException(new SQLTransientConnectionException("away")))
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("code", equalTo("temporarily-unavailable"))
                .body("instance", equalTo("/stream"));
    }

    @Test
    void aMistakeOfOursIsNotToldInDetail() {
        answer(new IllegalStateException("secret"))
                .statusCode(500)
                .body("code", equalTo("internal-error"))
                .body("detail", nullValue());
    }

    @Test
    void aRefusalIsToldAsItIs() {
        answer(ProblemException.notFound("session", "x")).statusCode(404).body("code", equalTo("not-found"));
    }

    private ValidatableResponse answer(RuntimeException reason) {
        Router router = Router.router(vertx);
        router.get("/stream").handler(request -> refusals.refuse(request, reason));
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return given().port(server.actualPort()).get("/stream").then();
    }
}
