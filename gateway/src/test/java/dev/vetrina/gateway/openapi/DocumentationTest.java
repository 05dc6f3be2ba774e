package dev.vetrina.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.vetrina.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

@GatewayTest
class DocumentationTest {

    @Test
    void theDocumentIsServedForPrograms() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("Vetrina API"));
        assertThat(given().get("/openapi.yaml").then().statusCode(200).extract().asString())
                .startsWith("openapi: 3.1.0");
    }

    @Test
    void theDocumentIsBrowsableWithNothingFromElsewhere() {
        given().get("/docs")
                .then()
                .statusCode(200)
                .body(containsString("/openapi.json"))
                .body(not(containsString("src=\"http")))
                .body(not(containsString("href=\"http")));
        given().get("/docs/swagger-ui-bundle.js").then().statusCode(200);
    }

    @Test
    void nothingElseOfTheGatewayIsDocumentedOnItsOwn() {
        given().get("/q/openapi").then().statusCode(404);
        given().get("/q/swagger-ui").then().statusCode(404);
    }
}
