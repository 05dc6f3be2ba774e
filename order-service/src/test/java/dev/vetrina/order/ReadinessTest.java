package dev.vetrina.order;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.testkit.Api;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class ReadinessTest {

    /** Sales go on while Kafka is away, and tokens are checked with the keys that were fetched before. */
    @Test
    void readinessAsksTheDatabaseAndNeitherKafkaNorTheIdentityProvider() {
        Api.anonymous()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", contains("Database connections health check"));
    }
}
