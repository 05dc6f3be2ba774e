package dev.vetrina.order.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class RefundOrderTest {

    private String orderId;

    @BeforeEach
    void payAnOrder() {
        orderId = paid("tok_approved");
    }

    @Test
    void aPartIsRefundedAndTold() {
        try (KafkaProbe events = KafkaProbe.fromNow("orders")) {
            Response refund = refund(500, Api.idempotencyKey());

            refund.then()
                    .statusCode(201)
                    .body("status", equalTo("SUCCEEDED"))
                    .body("amount.amount", equalTo(500))
                    .body("note", equalTo("broken handle"));
            events.await(orderId, "order.refund-requested.v1");
            events.await(orderId, "order.refunded.v1");
            payment()
                    .body("items[0].capturedAmount.amount", equalTo(1_250))
                    .body("items[0].refundedAmount.amount", equalTo(500));
            assertThat(refund.header("Location")).isEqualTo("/v1/orders/" + orderId + "/refunds/" + refund.path("id"));
            charge().body("refundedAmount.amount", equalTo(500));
        }
    }

    @Test
    void moreThanIsCapturedIsRefusedAndBothAmountsAreNamed() {
        refund(1_000, Api.idempotencyKey()).then().statusCode(201);

        refund(251, Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"))
                .body("requestedAmount.amount", equalTo(251))
                .body("refundableAmount.amount", equalTo(250));
        refund(250, Api.idempotencyKey()).then().statusCode(201);
    }

    @Test
    void aRepeatedRequestRefundsOnce() {
        String key = Api.idempotencyKey();
        Response first = refund(500, key);

        refund(500, key)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        charge().body("refundedAmount.amount", equalTo(500));
    }

    @Test
    void manyRefundsAtOnceNeverExceedWhatWasCaptured() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(
                        clerks.submit(() -> refund(250, Api.idempotencyKey()).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        charge().body("refundedAmount.amount", equalTo(1_250));
    }

    @Test
    void aRefundThatTheProviderRefusesFailsAndLeavesTheMoneyCaptured() {
        orderId = paid("tok_refund_fails");
        try (KafkaProbe events = KafkaProbe.fromNow("orders")) {
            refund(500, Api.idempotencyKey())
                    .then()
                    .statusCode(201)
                    .body("status", equalTo("FAILED"))
                    .body("failureCode", equalTo("refund_refused"));
            events.await(orderId, "order.refund-failed.v1");
        }
        payment().body("items[0].refundedAmount.amount", equalTo(0));
    }

    @Test
    void whatIsNotPaidCannotBeRefunded() {
        orderId = Shop.placed("ann", Catalogue.onSale(1_250, 1), 1);

        refund(1, Api.idempotencyKey())
                .then()
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-captured"))
                .body("refundableAmount.amount", equalTo(0));
    }

    @Test
    void theBuyerSeesItsRefundsWithoutWhatConcernsColleagues() {
        refund(500, Api.idempotencyKey()).then().statusCode(201);

        Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].requestedBy", equalTo("operator"))
                .body("items[0].note", nullValue());
        Api.as(Tokens.customer("bob"))
                .get("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(404);
    }

    @Test
    void onlyColleaguesRefundAndOnlyAnAmountThatMakesSense() {
        Api.as(Tokens.customer("ann"))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(request(500, "GBP"))
                .post("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(403);
        refund(0, Api.idempotencyKey()).then().statusCode(422);
        Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(request(500, "EUR"))
                .post("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(422);
    }

    private static String paid(String token) {
        Goods mug = Catalogue.onSale(1_250, 1);
        String id = Shop.placed("ann", mug, 1);
        Shop.pay("ann", id, token).then().statusCode(201);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.read("ann", id).body("status", equalTo("PAID")));
        return id;
    }

    private Response refund(long amount, String key) {
        return Api.as(Tokens.operator())
                .header("Idempotency-Key", key)
                .body(request(amount, "GBP"))
                .post("/v1/orders/{id}/refunds", orderId);
    }

    private static Map<String, Object> request(long amount, String currency) {
        return Map.of(
                "amount", Map.of("amount", amount, "currency", currency), "reason", "FAULTY", "note", "broken handle");
    }

    private ValidatableResponse payment() {
        return Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", orderId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse charge() {
        return Api.as(Tokens.operator())
                .get("/v1/simulated-provider/charges/{id}", payment().extract().<String>path("items[0].id"))
                .then()
                .statusCode(200);
    }
}
