package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.Money;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of a provider that come twice, late or in the wrong order. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class SettlePaymentTest {

    @Inject
    GroupCommit groupCommit;

    @Inject
    MovableClock clock;

    @Inject
    Orders orders;

    private final UUID paymentId = UUID.randomUUID();
    private Goods mug;
    private UUID orderId;

    @BeforeEach
    void placeAnOrderForTheLastUnit() {
        mug = Catalogue.onSale(1_250, 1);
        orderId = UUID.fromString(Shop.placed("ann", mug, 1));
    }

    @Test
    void aCaptureToldTwiceSellsOnce() {
        Payment _ = start();

        settle(new ProviderAnswer.Captured());
        Payment again = settle(new ProviderAnswer.Captured());

        assertThat(again.status()).isEqualTo(PaymentStatus.CAPTURED);
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void aDeclineThatComesAfterTheCaptureChangesNothing() {
        Payment _ = start();
        settle(new ProviderAnswer.Captured());

        settle(new ProviderAnswer.Declined("card_declined"));

        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
    }

    @Test
    void aCaptureAfterTheHoldIsKeptWhileThereIsStock() {
        Payment _ = start();
        expire();

        settle(new ProviderAnswer.Captured());

        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
        Shop.stock(mug).body("sold", equalTo(1)).body("available", equalTo(0));
    }

    @Test
    void aCaptureAfterTheHoldIsRefundedWhenTheStockIsGone() {
        Payment _ = start();
        expire();
        Shop.placed("bob", mug, 1);

        Payment late = settle(new ProviderAnswer.Captured());

        assertThat(late.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(settle(new ProviderAnswer.Refunded()).status()).isEqualTo(PaymentStatus.REFUNDED);
        Shop.read("ann", orderId.toString()).body("status", equalTo("EXPIRED"));
        Shop.stock(mug).body("held", equalTo(1)).body("sold", equalTo(0));
    }

    @Test
    void aPaymentOfWhichTheProviderNeverHeardIsCancelledAndTheBuyerMayPayAgain() {
        Payment _ = start();
        settle(new ProviderAnswer.NoAnswer());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> payments().body("items[0].status", equalTo("CANCELLED")));
        Shop.pay("ann", orderId.toString(), "tok_approved").then().body("status", equalTo("CAPTURED"));
    }

    @Test
    void aChallengeThatComesToLightAfterTheHoldIsNotLeftOpen() {
        Shop.pay("ann", orderId.toString(), "tok_requires_action").then().body("status", equalTo("REQUIRES_ACTION"));
        UUID challenged = UUID.fromString(payments().extract().path("items[0].id"));
        clock.advance(Duration.ofMinutes(10));
        groupCommit.submit(new SettlePayment(orderId, challenged, new ProviderAnswer.NoAnswer()));
        groupCommit.submit(new ExpireOrder(orderId, true));

        Payment late = groupCommit.submit(
                new SettlePayment(orderId, challenged, new ProviderAnswer.ActionRequired("/challenge")));
        assertThat(late.status()).isNotEqualTo(PaymentStatus.REQUIRES_ACTION);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> payments().body("items[0].status", equalTo("CANCELLED")));
    }

    @Test
    void aCaptureThatWasGivenUpIsRefundedWhileAnotherAttemptIsUnderWay() {
        Payment _ = start();
        settle(new ProviderAnswer.Cancelled());
        UUID second = UUID.randomUUID();
        groupCommit.submit(new StartPayment(orderId, second, second.toString().replace("-", ""), "tok_approved"));

        assertThat(settle(new ProviderAnswer.Captured()).status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(groupCommit
                        .submit(new SettlePayment(orderId, second, new ProviderAnswer.Captured()))
                        .status())
                .isEqualTo(PaymentStatus.CAPTURED);
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void aRefundThatTheProviderHasNotDoneYetIsAskedForOnceATime() {
        Payment payment = start();
        expire();
        Shop.placed("bob", mug, 1);
        AtomicInteger refunds = new AtomicInteger();

        Payment settled = new PaymentService(groupCommit, new SlowToRefund(refunds)).refresh(payment);
        assertThat(settled.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(refunds).hasValue(1);
    }

    @Test
    void aProviderThatFailsInWhateverWayLeavesThePaymentUnknown() {
        String request = paymentId.toString().replace("-", "");
        PaymentService service = new PaymentService(groupCommit, new Broken());

        assertThat(service.pay(orders.get(orderId), request, "tok_approved").status())
                .isEqualTo(PaymentStatus.UNKNOWN);
    }

    private ValidatableResponse payments() {
        return Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", orderId)
                .then()
                .statusCode(200);
    }

    /** Has captured, and says so still when it is asked to refund. */
    private record SlowToRefund(AtomicInteger refunds) implements PaymentProvider {

        @Override
        public ProviderAnswer pay(UUID paymentId, Money amount, String methodToken) {
            return new ProviderAnswer.Captured();
        }

        @Override
        public ProviderAnswer status(UUID paymentId) {
            return new ProviderAnswer.Captured();
        }

        @Override
        public ProviderAnswer cancel(UUID paymentId) {
            return new ProviderAnswer.Captured();
        }

        @Override
        public ProviderAnswer refund(UUID paymentId) {
            if (refunds.incrementAndGet() > 3) {
                throw new IllegalStateException("asked over and over");
            }
            return new ProviderAnswer.Captured();
        }
    }

    private record Broken() implements PaymentProvider {

        @Override
        public ProviderAnswer pay(UUID paymentId, Money amount, String methodToken) {
            throw new IllegalStateException("an answer nobody understands");
        }

        @Override
        public ProviderAnswer status(UUID paymentId) {
            throw new IllegalStateException("an answer nobody understands");
        }

        @Override
        public ProviderAnswer cancel(UUID paymentId) {
            throw new IllegalStateException("an answer nobody understands");
        }

        @Override
        public ProviderAnswer refund(UUID paymentId) {
            throw new IllegalStateException("an answer nobody understands");
        }
    }

    private Payment start() {
        return groupCommit.submit(
                new StartPayment(orderId, paymentId, paymentId.toString().replace("-", ""), "tok_approved"));
    }

    private Payment settle(ProviderAnswer answer) {
        return groupCommit.submit(new SettlePayment(orderId, paymentId, answer));
    }

    private void expire() {
        clock.advance(Duration.ofMinutes(10));
        settle(new ProviderAnswer.Cancelled());
        groupCommit.submit(new ExpireOrder(orderId, true));
        Shop.read("ann", orderId.toString()).body("status", equalTo("EXPIRED"));
    }
}
