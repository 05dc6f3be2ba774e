package dev.vetrina.order.payment.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.payment.FreePort;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated provider tells over HTTP what it also answers: before, after, twice, late and in the wrong order. */
@OrderServiceTest
@TestProfile(SimulatedWebhooksTest.WithWebhooks.class)
@SuppressWarnings("NullAway.Init")
class SimulatedWebhooksTest {

    public static final class WithWebhooks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = FreePort.find();
            return Map.of(
                    "quarkus.http.test-port",
                    Integer.toString(port),
                    "vetrina.payment.simulated.webhook-url",
                    "http://localhost:" + port + "/v1/payment-webhooks/simulated");
        }
    }

    @Inject
    DataSource dataSource;

    private Goods mug;
    private String orderId;

    @BeforeEach
    void placeAnOrder() {
        mug = Catalogue.onSale(1_250, 1);
        orderId = Shop.placed("ann", mug, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "tok_approved, 1",
        "tok_webhook_first, 1",
        "tok_webhook_twice, 1",
        "tok_webhook_reordered, 2",
        "tok_webhook_late, 1"
    })
    void anOrderIsPaidOnceInWhateverOrderItIsTold(String token, int events) {
        String paymentId =
                Shop.pay("ann", orderId, token).then().statusCode(201).extract().path("id");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(taken()).isEqualTo(events));
        Shop.read("ann", orderId).body("status", equalTo("PAID"));
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
        Api.as(Tokens.operator())
                .get("/v1/simulated-provider/charges/{id}", paymentId)
                .then()
                .body("captures", equalTo(1));
    }

    private int taken() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from payment_webhook where order_id = ?")) {
            select.setObject(1, UUID.fromString(orderId));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
