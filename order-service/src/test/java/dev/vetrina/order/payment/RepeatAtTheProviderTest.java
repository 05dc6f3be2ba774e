package dev.vetrina.order.payment;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose first run has not come back from the payment provider is not run beside it. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class RepeatAtTheProviderTest {

    @Inject
    PaymentProviders providers;

    @Inject
    DataSource dataSource;

    @Inject
    MovableClock clock;

    private final String key = Api.idempotencyKey();
    private final String buyer = "buyer-" + UUID.randomUUID();
    private Goods mug;

    /** At a price of its own, by which the provider knows its payments. */
    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(ThreadLocalRandom.current().nextLong(100_000, 90_000_000), 10);
    }

    @Test
    void aPurchaseInOneCall() throws Exception {
        Supplier<Response> purchase = () -> Shop.place(buyer, buyNow(), key);

        Response first = onceInSpiteOfARepeat("authorise", purchase);

        first.then().statusCode(201).body("status", equalTo("PAID"));
        purchase.get()
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first.path("id")))
                .body("status", equalTo("PAID"));
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void aPurchaseThatWasLeftAtTheProviderIsResumedAfterAMinuteByOne() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                SlowProvider slow = slow("authorise")) {
            Future<Response> first = threads.submit(() -> Shop.place(buyer, buyNow(), key));
            slow.awaitQuestion();
            keepTheJanitorAway();
            inFlight(Shop.place(buyer, buyNow(), key));

            clock.advance(Duration.ofSeconds(61));

            Shop.place(buyer, buyNow(), key)
                    .then()
                    .statusCode(201)
                    .header("Idempotent-Replayed", "true")
                    .body("status", equalTo("PAID"));
            assertThat(slow.timesAsked()).isEqualTo(2);
            slow.close();
            first.get().then().statusCode(201).body("status", equalTo("PAID"));
        }
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void aPayment() throws Exception {
        String order = Shop.placed(buyer, mug, 1);

        onceInSpiteOfARepeat("authorise", () -> Shop.pay(buyer, order, "tok_approved", key))
                .then()
                .statusCode(201)
                .body("status", equalTo("CAPTURED"));
    }

    @Test
    void aRefund() throws Exception {
        String order = paid(buyer, mug, 1);

        onceInSpiteOfARepeat(
                        "refund",
                        () -> Api.as(Tokens.operator())
                                .header("Idempotency-Key", key)
                                .body(Map.of(
                                        "amount",
                                        Map.of("amount", 1, "currency", "GBP"),
                                        "reason",
                                        "GOODWILL",
                                        "note",
                                        "late"))
                                .post("/v1/orders/{id}/refunds", order))
                .then()
                .statusCode(201)
                .body("status", equalTo("SUCCEEDED"));
    }

    @Test
    void theCancellationOfAPart() throws Exception {
        String part = partOf(buyer, paid(buyer, mug, 1), mug.brandId());
        Supplier<Response> cancellation = () -> Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", key)
                .body(Map.of("reason", "OUT_OF_STOCK"))
                .post("/v1/fulfilments/{id}/cancel", part);

        onceInSpiteOfARepeat("refund", cancellation).then().statusCode(200).body("status", equalTo("CANCELLED"));

        cancellation
                .get()
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("status", equalTo("CANCELLED"));
    }

    /** The reservation is asked about before goods leave, and captured after. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "capture"})
    void aShipment(String question) throws Exception {
        String order = Shop.placed(buyer, mug, 1);
        StoredOrder.captureAtShipment(dataSource, order);
        Shop.pay(buyer, order, "tok_approved").then().statusCode(201);
        String part = partOf(buyer, order, mug.brandId());
        String line = lineOf(buyer, order, mug);
        confirm(mug, part).then().statusCode(200);
        Supplier<Response> shipment = () -> ship(mug, part, line, 1, key);

        Response first = onceInSpiteOfARepeat(question, shipment);

        first.then().statusCode(201);
        Response again = shipment.get();
        again.then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    private Response onceInSpiteOfARepeat(String question, Supplier<Response> request) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                SlowProvider slow = slow(question)) {
            Future<Response> first = threads.submit(request::get);
            slow.awaitQuestion();
            inFlight(request.get());
            assertThat(slow.timesAsked()).isEqualTo(1);
            slow.close();
            return first.get();
        }
    }

    private SlowProvider slow(String question) {
        SlowProvider slow = new SlowProvider(providers.of("simulated"), mug.price(), question);
        QuarkusMock.installMockForType(new PaymentProviders(List.of(slow), () -> "simulated"), PaymentProviders.class);
        return slow;
    }

    private static void inFlight(Response repeat) {
        repeat.then()
                .statusCode(409)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("code", equalTo("request-in-flight"));
    }

    private Map<String, Object> buyNow() {
        Map<String, Object> order = new HashMap<>(Shop.order(mug, 1));
        order.put("payment", Map.of("paymentMethodToken", "tok_approved"));
        return order;
    }

    /** It would cancel after half a minute what was left at the provider. */
    private void keepTheJanitorAway() {
        String order = Api.as(Tokens.customer(buyer)).get("/v1/orders").path("items[0].id");
        StoredOrder.change(dataSource, order, "update payment set check_at = null where order_id = ?");
    }
}
