package dev.vetrina.order.payment;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.part;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.pay;
import static dev.vetrina.order.AfterPurchase.placed;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The money of an order is reserved, and its provider lets it go before it is taken. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class LapsedPaymentTest {

    @Inject
    DataSource dataSource;

    @Inject
    PaymentProviders providers;

    @Inject
    Orders orders;

    @Inject
    MovableClock clock;

    private Goods mug;
    private Goods plate;
    private String order;
    private String ofMug;
    private String ofPlate;

    @BeforeEach
    void payAnOrderThatIsCapturedAtShipment() {
        mug = Catalogue.onSale(1_000, 10);
        plate = Catalogue.onSale(800, 10);
        order = placed("ann", mug, 2, plate, 1);
        StoredOrder.captureAtShipment(dataSource, order);
        pay("ann", order);
        ofMug = partOf("ann", order, mug.brandId());
        ofPlate = partOf("ann", order, plate.brandId());
    }

    @Test
    void anOrderOfWhichNothingIsShippedIsCancelledByTheSystem() {
        try (KafkaProbe events = KafkaProbe.fromNow("orders")) {
            told("payment.cancelled", 0);

            cancelled(mug, ofMug);
            cancelled(plate, ofPlate);
            events.await(order, "fulfilment.cancelled.v1");
            events.await(order, "order.cancelled.v1");
        }
        Shop.read("ann", order).body("status", equalTo("CANCELLED")).body("reason", equalTo("PAYMENT_LAPSED"));
        Shop.stock(mug).body("available", equalTo(10)).body("sold", equalTo(0));
        Shop.stock(plate).body("available", equalTo(10)).body("sold", equalTo(0));
        payment("CANCELLED", 0);
        noRefund();
    }

    @Test
    void theBuyerSeesWhoCancelledItAndWhy() {
        told("payment.cancelled", 0);
        cancelled(mug, ofMug);

        timeline("what == 'order.payment-changed.v1'", "actor", "PROVIDER");
        timeline("what == 'fulfilment.cancelled.v1'", "actor", "SYSTEM");
        timeline("what == 'fulfilment.cancelled.v1'", "reason", "PAYMENT_LAPSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment.cancelled", "payment.captured"})
    void whatIsShippedAndCapturedStays(String event) {
        confirm(mug, ofMug).then().statusCode(200);
        shipMugs(1).then().statusCode(201);
        payment("AUTHORISED", 1_000);

        told(event, 1_000);

        cancelled(plate, ofPlate);
        part(mug, ofMug)
                .body("status", equalTo("SHIPPED"))
                .body("cancelReason", equalTo("PAYMENT_LAPSED"))
                .body("lines[0].shipped", equalTo(1))
                .body("lines[0].cancelled", equalTo(1));
        Shop.read("ann", order).body("status", equalTo("PAID"));
        Shop.stock(mug).body("available", equalTo(9)).body("sold", equalTo(1));
        payment("CAPTURED", 1_000);
        noRefund();
        stuck().body("items.orderId", not(hasItem(order)));
    }

    @Test
    void nothingLeavesForWhichTheMoneyIsGoneAlsoIfNobodyToldSo() {
        confirm(mug, ofMug).then().statusCode(200);
        letGoUntold();

        shipMugs(2).then().statusCode(409).body("code", oneOf("payment-lapsed", "fulfilment-not-shippable"));

        cancelled(mug, ofMug);
        cancelled(plate, ofPlate);
        part(mug, ofMug).body("shipments", hasSize(0)).body("lines[0].shipped", equalTo(0));
        assertThat(orders.get(UUID.fromString(order)).captures().all()).isEmpty();
    }

    @Test
    void anAuthorisationOfWhichIsHeardAfterItLapsedPaysNothing() {
        told("payment.cancelled", 0);
        told("payment.authorised", 0);

        cancelled(mug, ofMug);
        Shop.read("ann", order).body("status", equalTo("CANCELLED"));
        payment("CANCELLED", 0);
    }

    @Test
    void goodsThatLeftWithoutTheirMoneyComeToLight() {
        confirm(mug, ofMug).then().statusCode(200);
        shipMugs(1).then().statusCode(201);
        // As if the money had gone between the last look at it and the capture.
        sql("update payment_capture set status = 'FAILED' where order_id = ?");
        sql("update payment set captured_amount = 0 where order_id = ?");

        told("payment.cancelled", 0);

        cancelled(plate, ofPlate);
        Shop.read("ann", order).body("status", equalTo("PAID"));
        stuck().body("items.find { it.orderId == '" + order + "' }.items.kind", hasItem("AUTHORISATION_LOST"));
    }

    private void told(String event, long captured) {
        SimulatedEvents.send(SimulatedEvents.event(event, payment().id().toString(), captured), clock.instant())
                .then()
                .statusCode(204);
    }

    private void letGoUntold() {
        Payment payment = payment();
        assertThat(providers
                        .of("simulated")
                        .cancel(new PaymentRequest(
                                payment.id(),
                                payment.orderId(),
                                payment.terms().amount(),
                                payment.terms().methodToken(),
                                false,
                                payment.reference()))
                        .answer())
                .isEqualTo(new ProviderAnswer.Cancelled());
    }

    private Response shipMugs(int units) {
        return ship(mug, ofMug, lineOf("ann", order, mug), units, Api.idempotencyKey());
    }

    private static void cancelled(Goods goods, String fulfilmentId) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> part(goods, fulfilmentId).body("cancelReason", equalTo("PAYMENT_LAPSED")));
    }

    private Payment payment() {
        return orders.get(UUID.fromString(order)).payments().getFirst();
    }

    private void payment(String status, int captured) {
        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", order)
                .then()
                .body("items[0].status", equalTo(status))
                .body("items[0].capturedAmount.amount", equalTo(captured));
    }

    private void noRefund() {
        assertThat(orders.get(UUID.fromString(order)).refunds().all()).isEmpty();
    }

    private void timeline(String which, String member, String value) {
        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/timeline", order)
                .then()
                .statusCode(200)
                .body("items.find { it." + which + " }." + member, equalTo(value));
    }

    private static ValidatableResponse stuck() {
        return Api.as(Tokens.operator())
                .get("/v1/stuck-orders?limit=200")
                .then()
                .statusCode(200);
    }

    private void sql(String update) {
        StoredOrder.change(dataSource, order, update);
    }
}
