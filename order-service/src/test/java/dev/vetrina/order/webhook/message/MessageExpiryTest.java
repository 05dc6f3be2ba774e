package dev.vetrina.order.webhook.message;

import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class MessageExpiryTest {

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    @Test
    void afterThirtyDaysAMessageIsForgottenWithItsDeliveries() throws SQLException {
        try (Sink sink = new Sink()) {
            Hook hook = Hooks.created(sink.url("/remembered"));
            String id = Hooks.tested(hook);
            JsonPath _ = Hooks.delivery(hook, id, "DELIVERED", 1);
            RequestSpecification brand = Api.as(Tokens.brand(hook.brandId()));

            expireIn(Duration.ofDays(29));
            brand.get("/v1/webhook-messages/{id}", id).then().statusCode(200);

            expireIn(Duration.ofDays(31));
            brand.get("/v1/webhook-messages/{id}", id).then().statusCode(404);
            brand.queryParam("messageId", id)
                    .get("/v1/webhook-deliveries")
                    .then()
                    .body("items", hasSize(0));
        }
    }

    private void expireIn(Duration time) throws SQLException {
        new MessageExpiry(dataSource, Clock.offset(clock, time)).expire();
    }
}
