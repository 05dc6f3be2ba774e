package dev.vetrina.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.coupon.CouponOffer;
import dev.vetrina.order.lifecycle.Payment;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderReply;
import dev.vetrina.testkit.MovableClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The money comes when the hold, and with it the use of the coupon, was given back. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class LatePaymentWithCouponTest {

    @Inject
    GroupCommit groupCommit;

    @Inject
    MovableClock clock;

    private final UUID paymentId = UUID.randomUUID();
    private final CouponOffer coupon = CouponOffer.ofThePlatform().with("quota", 1);
    private Goods mug;
    private String campaign;
    private UUID orderId;

    @BeforeEach
    void letAnOrderWithACouponExpire() {
        mug = Catalogue.onSale(1_000, 10);
        campaign = coupon.created();
        orderId = UUID.fromString(coupon.placed("ann", mug, 900));
        groupCommit.submit(new StartPayment(
                orderId, paymentId, paymentId.toString().replace("-", ""), "simulated", "tok_approved", Instant.MAX));
        clock.advance(Duration.ofMinutes(10));
        settle(new ProviderAnswer.Cancelled());
        groupCommit.submit(new ExpireOrder(orderId, true));
        assertThat(CouponOffer.used(campaign)).isZero();
    }

    @Test
    void isKeptWhileTheCouponIsNotUsedUpAndCountsAgain() {
        Payment late = settle(new ProviderAnswer.Captured(900));

        assertThat(late.unwanted()).isFalse();
        Shop.read("ann", orderId.toString()).body("status", equalTo("PAID"));
        assertThat(CouponOffer.used(campaign)).isEqualTo(1);
        settle(new ProviderAnswer.Captured(900));
        assertThat(CouponOffer.used(campaign)).isEqualTo(1);
    }

    @Test
    void isRefundedWhenOthersHaveUsedTheCouponUp() {
        String _ = coupon.placed("bob", mug, 900);

        Payment late = settle(new ProviderAnswer.Captured(900));

        assertThat(late.unwanted()).isTrue();
        Shop.read("ann", orderId.toString()).body("status", equalTo("EXPIRED"));
        assertThat(CouponOffer.used(campaign)).isEqualTo(1);
        Shop.stock(mug).body("held", equalTo(1)).body("sold", equalTo(0));
    }

    private Payment settle(ProviderAnswer answer) {
        return groupCommit
                .submit(new SettlePayment(orderId, paymentId, ProviderReply.of(answer)))
                .payment(paymentId);
    }
}
