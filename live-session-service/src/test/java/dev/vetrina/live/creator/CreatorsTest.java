package dev.vetrina.live.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CreatorsTest {

    private final String login = "login-" + UUID.randomUUID();
    private final String handle = "c" + UUID.randomUUID().toString().substring(0, 20);

    @Test
    void aCreatorRegistersItselfAndIsSeenByEverybody() {
        Response created = register(Tokens.creator(login), handle, "");

        UUID id = created.then().statusCode(201).extract().jsonPath().getUUID("id");
        created.then().header("Location", endsWith("/v1/creators/" + id)).header("ETag", "\"0\"");
        Api.anonymous()
                .get("/v1/creators/" + id)
                .then()
                .statusCode(200)
                .body("handle", equalTo(handle))
                .body("displayName", equalTo("Anna"));
    }

    @Test
    void aLoginHasOneCreatorAndAHandleOneOwner() {
        register(Tokens.creator(login), handle, "").then().statusCode(201);

        register(Tokens.creator(login), handle + "2", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("creator-exists"));
        register(Tokens.creator(login + "2"), handle, "").then().statusCode(409).body("code", equalTo("handle-taken"));
    }

    @Test
    void oneOfManyRegistrationsAtOnceWins() throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                String token = Tokens.creator(login + i);
                answers.add(callers.submit(() -> register(token, handle, "").statusCode()));
            }
        }

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void onlyAnOperatorRegistersSomebodyElse() {
        String other = ",\"subject\":\"" + login + "\"";

        register(Tokens.creator("eve"), handle, other).then().statusCode(403).body("code", equalTo("forbidden"));
        register(Tokens.operator(), handle, other).then().statusCode(201);
        register(Tokens.creator(login), handle + "2", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("creator-exists"));
    }

    @Test
    void aSessionNeedsAHost() {
        Show elsewhere = Show.draft();
        String body = "{\"title\":\"On Trend\",\"markets\":[\"GB\"]%s}";

        Api.as(Tokens.creator(login))
                .body(body.formatted(""))
                .post("/v1/sessions")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-creator"));
        Api.as(Tokens.operator())
                .body(body.formatted(",\"creatorId\":\"" + UUID.randomUUID() + "\""))
                .post("/v1/sessions")
                .then()
                .statusCode(404);
        register(Tokens.creator(login), handle, "").then().statusCode(201);
        Api.as(Tokens.creator(login))
                .body(body.formatted(",\"creatorId\":\"" + elsewhere.creatorId() + "\""))
                .post("/v1/sessions")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        Api.as(Tokens.operator())
                .body(body.formatted(",\"creatorId\":\"" + elsewhere.creatorId() + "\""))
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .body("creatorId", equalTo(elsewhere.creatorId().toString()));
    }

    private static Response register(String token, String handle, String more) {
        return Api.as(token)
                .body("{\"displayName\":\"Anna\",\"handle\":\"%s\"%s}".formatted(handle, more))
                .post("/v1/creators");
    }
}
