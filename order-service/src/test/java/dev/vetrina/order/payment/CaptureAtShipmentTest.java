package dev.vetrina.order.payment;

import static dev.vetrina.order.AfterPurchase.confirm;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.partOf;
import static dev.vetrina.order.AfterPurchase.ship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.StoredOrder;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Capture;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.RefundReason;
import dev.vetrina.order.lifecycle.RefundWish;
import dev.vetrina.order.lifecycle.TransferStatus;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order whose money is reserved first and taken as its goods leave. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class CaptureAtShipmentTest {

    @Inject
    Captures captures;

    @Inject
    Refunds refunds;

    @Inject
    GroupCommit groupCommit;

    @Inject
    Orders orders;

    @Inject
    DataSource dataSource;

    @Inject
    MovableClock clock;

    private Goods mug;
    private UUID orderId;
    private String part;

    @BeforeEach
    void payAnOrderThatIsCapturedAtShipment() {
        mug = Catalogue.onSale(1_250, 2);
        orderId = UUID.fromString(Shop.placed("ann", mug, 2));
        StoredOrder.captureAtShipment(dataSource, orderId.toString());
        Shop.pay("ann", orderId.toString(), "tok_approved")
                .then()
                .statusCode(201)
                .body("status", equalTo("AUTHORISED"))
                .body("capturedAmount.amount", equalTo(0));
        part = partOf("ann", orderId.toString(), mug.brandId());
        confirm(mug, part).then().statusCode(200);
    }

    @Test
    void theAuthorisationConfirmsTheOrderAndSellsItsStock() {
        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
        Shop.stock(mug).body("sold", equalTo(2)).body("held", equalTo(0));
        charge().body("captures", equalTo(0)).body("status", equalTo("AUTHORISED"));
    }

    @Test
    void eachShipmentIsCapturedOnceAndTheLastEndsIt() {
        try (KafkaProbe events = KafkaProbe.fromNow("orders")) {
            String first = Api.idempotencyKey();
            shipMugs(1, first);
            shipMugs(1, first);
            payment("AUTHORISED", 1_250);

            shipMugs(1, Api.idempotencyKey());

            payment("CAPTURED", 2_500);
            charge().body("captures", equalTo(2)).body("capturedAmount.amount", equalTo(2_500));
            events.await(orderId.toString(), "order.payment-changed.v1");
        }
    }

    @Test
    void whatIsCancelledBeforeItIsShippedIsNeverCaptured() {
        cancelMugs(1);

        shipMugs(1, Api.idempotencyKey());

        payment("CAPTURED", 1_250);
        assertThat(orders.get(orderId).refunds().all()).isEmpty();
    }

    @Test
    void whatIsGivenBackAfterItWasCapturedIsRefunded() {
        shipMugs(2, Api.idempotencyKey());

        giveBack(1_000);

        payment("CAPTURED", 2_500);
        charge().body("refundedAmount.amount", equalTo(1_000));
    }

    @Test
    void anAuthorisationOfWhichNothingIsWantedAnyMoreIsLetGo() {
        cancelMugs(2);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> payment("CANCELLED", 0));
        charge().body("status", equalTo("CANCELLED"));
    }

    @Test
    void whatIsNotShippedIsCapturedBeforeTheAuthorisationEnds() {
        shipMugs(1, Api.idempotencyKey());
        letTheBrandBeLate();

        clock.advance(Duration.ofDays(7).minusHours(11));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> payment("CAPTURED", 2_500));
    }

    @Test
    void aProviderThatAnswersWithoutCapturingHasNotCaptured() {
        Capture capture = groupCommit
                .submit(new ChangeOrder<>(
                        orderId,
                        (order, batch) -> captures.request(
                                order,
                                pounds(1_250),
                                Ids.next(),
                                false,
                                batch.now().plus(Duration.ofDays(1)))))
                .orElseThrow();
        var notCaptured = ProviderReply.of(
                new ProviderAnswer.Authorised(0, clock.instant().plus(Duration.ofDays(7))));

        Capture settled = groupCommit.submit(new SettleCapture(orderId, capture.id(), notCaptured));

        assertThat(settled.status()).isEqualTo(TransferStatus.FAILED);
        assertThat(settled.lastError()).isEqualTo("not-captured");
        payment("AUTHORISED", 0);
    }

    @Test
    void theCapturesOfAPaymentThatWasLetGoAreStillKnown() {
        shipMugs(1, Api.idempotencyKey());
        StoredOrder.change(
                dataSource,
                orderId.toString(),
                "update payment set status = 'CANCELLED', captured_amount = 0 where order_id = ?");

        assertThat(orders.get(orderId).captures().all()).hasSize(1);
    }

    @Test
    void theRestOfAnAuthorisationOfWhichNothingMoreIsWantedIsLetGo() {
        shipMugs(1, Api.idempotencyKey());

        cancelMugs(1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> payment("CAPTURED", 1_250));
        charge().body("status", equalTo("CAPTURED")).body("capturedAmount.amount", equalTo(1_250));
        assertThat(orders.get(orderId).refunds().all()).isEmpty();
    }

    private void shipMugs(int units, String key) {
        ship(mug, part, lineOf("ann", orderId.toString(), mug), units, key)
                .then()
                .statusCode(201);
    }

    private void cancelMugs(int units) {
        Api.as(Tokens.brand(mug.brandId()))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "reason",
                        "OUT_OF_STOCK",
                        "lines",
                        List.of(Map.of("lineId", lineOf("ann", orderId.toString(), mug), "quantity", units))))
                .post("/v1/fulfilments/{id}/cancel", part)
                .then()
                .statusCode(200);
    }

    /** What is not shipped in time is cancelled, well before an authorisation ends: not so here. */
    private void letTheBrandBeLate() {
        StoredOrder.change(
                dataSource,
                orderId.toString(),
                "update fulfilment set overdue_claim_until = now() + interval '1 year' where order_id = ?");
    }

    private void giveBack(long pence) {
        UUID _ = groupCommit.submit(new ChangeOrder<>(orderId, (order, batch) -> {
            order.refunds()
                    .giveBack(RefundWish.bySystem(Ids.next(), pounds(pence), RefundReason.CANCELLED), batch.now())
                    .forEach(batch::publish);
            return order.id();
        }));
        refunds.execute(orderId);
    }

    private static Money pounds(long pence) {
        return new Money(pence, "GBP");
    }

    private void payment(String status, int captured) {
        payments().body("items[0].status", equalTo(status)).body("items[0].capturedAmount.amount", equalTo(captured));
    }

    private ValidatableResponse payments() {
        return Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", orderId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse charge() {
        return Api.as(Tokens.operator())
                .get("/v1/simulated-provider/charges/{id}", payments().extract().<String>path("items[0].id"))
                .then()
                .statusCode(200);
    }
}
