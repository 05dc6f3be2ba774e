package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.events.Money;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.DueWork;
import dev.vetrina.order.lifecycle.HoldClock;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.order.payment.provider.PaymentProvider;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.order.payment.provider.RefundAnswer;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    @Inject
    HoldClock holdClock;

    @Inject
    DueWork dueWork;

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

        settle(new ProviderAnswer.Captured(1_250));
        Payment again = settle(new ProviderAnswer.Captured(1_250));

        assertThat(again.status()).isEqualTo(PaymentStatus.CAPTURED);
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void aDeclineThatComesAfterTheCaptureChangesNothing() {
        Payment _ = start();
        settle(new ProviderAnswer.Captured(1_250));

        settle(new ProviderAnswer.Declined("card_declined"));

        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
    }

    @Test
    void aCaptureAfterTheHoldIsKeptWhileThereIsStock() {
        Payment _ = start();
        expire();

        settle(new ProviderAnswer.Captured(1_250));

        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
        Shop.stock(mug).body("sold", equalTo(1)).body("available", equalTo(0));
    }

    @Test
    void anAuthorisationOfWhichIsHeardAfterItWasGivenUpPaysNothing() {
        Payment _ = start();
        expire();

        Payment late = settle(new ProviderAnswer.Authorised(0, clock.instant().plus(Duration.ofDays(7))));

        assertThat(late.unwanted()).isTrue();
        Shop.read("ann", orderId.toString()).body("status", equalTo("EXPIRED"));
        Shop.stock(mug).body("available", equalTo(1)).body("sold", equalTo(0));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> payments().body("items[0].status", equalTo("CANCELLED")));
    }

    @Test
    void aCaptureAfterTheHoldIsRefundedWhenTheStockIsGone() {
        Payment _ = start();
        expire();
        Shop.placed("bob", mug, 1);

        Payment late = settle(new ProviderAnswer.Captured(1_250));

        assertThat(late.status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(late.unwanted()).isTrue();
        refunds()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("ORDER_NOT_KEPT"))
                .body("items[0].amount.amount", equalTo(1_250));
        settle(new ProviderAnswer.Captured(1_250));
        refunds().body("items", hasSize(1));
        Shop.read("ann", orderId.toString()).body("status", equalTo("EXPIRED"));
        Shop.stock(mug).body("held", equalTo(1)).body("sold", equalTo(0));
    }

    @Test
    void aPaymentOfWhichTheProviderNeverHeardIsCancelledAndTheBuyerMayPayAgain() {
        Payment _ = start();
        settle(new ProviderAnswer.NoAnswer("time-out"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> payments().body("items[0].status", equalTo("CANCELLED")));
        Shop.pay("ann", orderId.toString(), "tok_approved").then().body("status", equalTo("CAPTURED"));
    }

    @Test
    void aChallengeThatComesToLightAfterTheHoldIsNotLeftOpen() {
        Shop.pay("ann", orderId.toString(), "tok_requires_action").then().body("status", equalTo("REQUIRES_ACTION"));
        UUID challenged = UUID.fromString(payments().extract().path("items[0].id"));
        clock.advance(Duration.ofMinutes(10));
        groupCommit.submit(new SettlePayment(orderId, challenged, of(new ProviderAnswer.NoAnswer("time-out"))));
        groupCommit.submit(new ExpireOrder(orderId, true));

        Payment late = groupCommit
                .submit(new SettlePayment(
                        orderId, challenged, of(new ProviderAnswer.ActionRequired("/challenge", null))))
                .payment(challenged);
        assertThat(late.status()).isNotEqualTo(PaymentStatus.REQUIRES_ACTION);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> payments().body("items[0].status", equalTo("CANCELLED")));
    }

    @Test
    void aCaptureThatWasGivenUpIsRefundedWhileAnotherAttemptIsUnderWay() {
        Payment _ = start();
        settle(new ProviderAnswer.Cancelled());
        UUID second = UUID.randomUUID();
        groupCommit.submit(new StartPayment(
                orderId, second, second.toString().replace("-", ""), "simulated", "tok_approved", Instant.MAX));

        assertThat(settle(new ProviderAnswer.Captured(1_250)).unwanted()).isTrue();
        assertThat(groupCommit
                        .submit(new SettlePayment(orderId, second, of(new ProviderAnswer.Captured(1_250))))
                        .payment(second)
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

        Payment settled = service(new SlowToRefund(refunds)).refresh(payment);

        assertThat(settled.unwanted()).isTrue();
        assertThat(refunds).hasValue(1);
        refunds().body("items[0].status", equalTo("UNKNOWN"));
    }

    @Test
    void aProviderThatFailsInWhateverWayLeavesThePaymentUnknown() {
        String request = paymentId.toString().replace("-", "");

        assertThat(service(new Broken())
                        .pay(orders.get(orderId), request, "tok_approved")
                        .status())
                .isEqualTo(PaymentStatus.UNKNOWN);
    }

    private ValidatableResponse payments() {
        return Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/payments", orderId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse refunds() {
        return Api.as(Tokens.customer("ann"))
                .get("/v1/orders/{id}/refunds", orderId)
                .then()
                .statusCode(200);
    }

    /** The service with another provider. */
    private PaymentService service(PaymentProvider provider) {
        PaymentProviders providers = new PaymentProviders(List.of(provider), () -> "simulated");
        ProviderCalls calls = new ProviderCalls(providers);
        return new PaymentService(
                groupCommit, providers, calls, new Refunds(groupCommit, orders, dueWork, calls), orders, holdClock);
    }

    private static ProviderReply of(ProviderAnswer answer) {
        return ProviderReply.of(answer);
    }

    /** Has captured, and does not get the refund done. */
    private static final class SlowToRefund extends ProviderDouble {
        private final AtomicInteger refunds;

        private SlowToRefund(AtomicInteger refunds) {
            super(() -> of(new ProviderAnswer.Captured(1_250)));
            this.refunds = refunds;
        }

        @Override
        public RefundAnswer refund(PaymentRequest payment, UUID refundId, Money amount) {
            refunds.incrementAndGet();
            return new RefundAnswer.Pending(null);
        }
    }

    private static final class Broken extends ProviderDouble {
        private Broken() {
            super(() -> {
                throw new IllegalStateException("an answer nobody understands");
            });
        }
    }

    private Payment start() {
        return groupCommit.submit(new StartPayment(
                orderId, paymentId, paymentId.toString().replace("-", ""), "simulated", "tok_approved", Instant.MAX));
    }

    private Payment settle(ProviderAnswer answer) {
        return groupCommit
                .submit(new SettlePayment(orderId, paymentId, of(answer)))
                .payment(paymentId);
    }

    private void expire() {
        clock.advance(Duration.ofMinutes(10));
        settle(new ProviderAnswer.Cancelled());
        groupCommit.submit(new ExpireOrder(orderId, true));
        Shop.read("ann", orderId.toString()).body("status", equalTo("EXPIRED"));
    }
}
