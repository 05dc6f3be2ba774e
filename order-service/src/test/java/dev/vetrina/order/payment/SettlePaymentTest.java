package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.lifecycle.PaymentStatus;
import dev.vetrina.testkit.MovableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
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
        start();

        settle(new ProviderAnswer.Captured());
        Payment again = settle(new ProviderAnswer.Captured());

        assertThat(again.status()).isEqualTo(PaymentStatus.CAPTURED);
        Shop.stock(mug).body("sold", equalTo(1)).body("held", equalTo(0));
    }

    @Test
    void aDeclineThatComesAfterTheCaptureChangesNothing() {
        start();
        settle(new ProviderAnswer.Captured());

        settle(new ProviderAnswer.Declined("card_declined"));

        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
    }

    @Test
    void aCaptureAfterTheHoldIsKeptWhileThereIsStock() {
        start();
        expire();

        settle(new ProviderAnswer.Captured());

        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
        Shop.stock(mug).body("sold", equalTo(1)).body("available", equalTo(0));
    }

    @Test
    void aCaptureAfterTheHoldIsRefundedWhenTheStockIsGone() {
        start();
        expire();
        Shop.placed("bob", mug, 1);

        Payment late = settle(new ProviderAnswer.Captured());

        assertThat(late.status()).isEqualTo(PaymentStatus.REFUNDING);
        assertThat(settle(new ProviderAnswer.Refunded()).status()).isEqualTo(PaymentStatus.REFUNDED);
        Shop.read("ann", orderId.toString()).body("status", equalTo("EXPIRED"));
        Shop.stock(mug).body("held", equalTo(1)).body("sold", equalTo(0));
    }

    private void start() {
        Payment _ = groupCommit.submit(
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
