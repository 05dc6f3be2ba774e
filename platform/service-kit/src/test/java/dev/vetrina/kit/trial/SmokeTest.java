package dev.vetrina.kit.trial;

import static org.hamcrest.Matchers.*;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SmokeTest {
    @Test
    void works() {
        Api.as(Tokens.operator())
                .header("Idempotency-Key", "k1")
                .body("{\"name\":\"a\",\"lines\":[]}")
                .post("/v1/trials")
                .then()
                .log()
                .all()
                .statusCode(201);
        Api.as(Tokens.operator())
                .header("Idempotency-Key", "k1")
                .body("{\"name\":\"a\",\"lines\":[]}")
                .post("/v1/trials")
                .then()
                .log()
                .all()
                .statusCode(201);
        Api.as(Tokens.operator())
                .header("Idempotency-Key", "k1")
                .body("{\"name\":\"b\",\"lines\":[]}")
                .post("/v1/trials")
                .then()
                .log()
                .all();
        Api.anonymous().get("/v1/trials").then().log().all();
        Api.anonymous().get("/v1/trials/nope").then().log().all();
        Api.anonymous().get("/v1/nope").then().log().all();
        Api.anonymous().delete("/v1/trials").then().log().all();
        Api.anonymous().post("/v1/trials").then().log().all();
        Api.anonymous().get("/v1/trials/failing/sql").then().log().all();
        Api.anonymous().get("/v1/trials/failing/outage").then().log().all();
        Api.anonymous().get("/v1/trials/answering/413").then().log().all();
        Api.as(Tokens.forge(dev.vetrina.testkit.identity.Account.operator())
                        .expired()
                        .token())
                .post("/v1/trials")
                .then()
                .log()
                .all();
        Api.as(Tokens.operator())
                .get("/v1/operations/trial/outbox")
                .then()
                .log()
                .all();
        Api.as(Tokens.operator())
                .get("/v1/operations/trial/dead-letters")
                .then()
                .log()
                .all();
        for (String body : new String[] {
            "{",
            "{\"name\":1}",
            "{\"name\":\"a\",\"x\":1}",
            "{\"name\":\"a\",\"lines\":[{\"quantity\":3.0}]}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "{} {}",
            "{\"name\":\"a\\u0000\"}",
            "{\"name\":\"\",\"lines\":[{}]}",
            "{\"name\":\"\",\"lines\":[{\"quantity\":0}]}",
            "[]",
            "null",
            ""
        }) {
            System.out.println("######" + body);
            Api.as(Tokens.operator())
                    .header("Idempotency-Key", "k2")
                    .body(body)
                    .post("/v1/trials")
                    .then()
                    .log()
                    .all();
        }
        System.out.println(
                Api.anonymous().accept("application/json").get("/q/openapi").asString());
    }
}
