package dev.vetrina.gateway.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import org.junit.jupiter.api.Test;

@GatewayTest
class HealthTest {

    @Test
    void theGatewayIsReadyWhateverTheServicesAre() {
        Stubs.catalog().does(request -> request.response().setStatusCode(200).end());
        Stubs.live().does(request -> request.response().setStatusCode(503).end());
        Stubs.order().does(request -> request.connection().close());
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.data.catalog", hasItem("ready"))
                .body("checks.data.live", hasItem("not ready"))
                .body("checks.data.order", hasItem("away"));
    }
}
