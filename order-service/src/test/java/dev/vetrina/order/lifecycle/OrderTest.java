package dev.vetrina.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Funds ALL = Funds.captured(3_499);

    private final Order order = SampleOrder.placed(NOON, SampleOrder.line(2, 1_250), SampleOrder.line(1, 999));

    @Test
    void costsTheSumOfItsLines() {
        assertThat(order.total()).isEqualTo(new Money(3_499, "GBP"));
    }

    @Test
    void isPaidByACapturedPayment() {
        Payment payment = start("request-1");

        OrderPaid event = order.pay(payment.id(), ALL, NOON);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(payment.status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.total()).isEqualTo(order.total());
    }

    @Test
    void aDeclinedPaymentLeavesRoomForAnother() {
        PaymentDeclined event = order.attempts().decline(start("request-1").id(), "card_declined", NOON);

        Payment second = start("request-2");

        assertThat(event.sequence()).isEqualTo(1);
        assertThat(order.pay(second.id(), ALL, NOON).sequence()).isEqualTo(2);
    }

    @Test
    void aDeclinedPaymentPaysNothing() {
        Payment payment = start("request-1");
        order.attempts().decline(payment.id(), "card_declined", NOON);

        assertThat(order.attempts().paying()).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(order.version()).isEqualTo(1);
    }

    @Test
    void twoPaymentsAreNeverUnderWayAtOnce() {
        start("request-1");

        assertRefused("payment-in-progress", () -> start("request-2"));
        assertThat(order.payments()).hasSize(1);
    }

    @Test
    void theLastMinuteOfAHoldTakesNoNewPayment() {
        Instant closes = order.reservedUntil().minusSeconds(60);

        assertRefused(
                "payment-window-closed",
                () -> order.startPayment(UUID.randomUUID(), "request-1", "simulated", "tok_approved", closes));
        assertThat(order.startPayment(
                                UUID.randomUUID(), "request-1", "simulated", "tok_approved", closes.minusMillis(1))
                        .status())
                .isEqualTo(PaymentStatus.PROCESSING);
    }

    @Test
    void aPaidOrderCannotBeCancelled() {
        order.pay(start("request-1").id(), ALL, NOON);

        assertRefused("order-not-cancellable", () -> order.cancel(CancelReason.CHANGED_MIND, null, NOON));
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void aCancellationTellsThatTheOrderWasNotPaid() {
        assertThat(order.cancel(CancelReason.CHANGED_MIND, null, NOON).paid()).isFalse();
    }

    @Test
    void aCancellationTellsThatTheOrderWasPaid() {
        order.pay(start("request-1").id(), ALL, NOON);

        assertThat(order.cancelPaid(CancelReason.CHANGED_MIND, null, NOON).paid())
                .isTrue();
    }

    @Test
    void anOrderIsNotCancelledUnderARunningPayment() {
        start("request-1");

        assertRefused("payment-in-progress", () -> order.cancel(CancelReason.CHANGED_MIND, null, NOON));
    }

    @Test
    void aCancelledOrderCannotBePaid() {
        order.cancel(CancelReason.CHANGED_MIND, null, NOON);

        assertRefused("order-not-payable", () -> start("request-1"));
    }

    @Test
    void aPaymentThatComesAfterTheEndOfTheHoldCanStillWin() {
        Payment payment = start("request-1");
        order.expire(order.reservedUntil());

        order.pay(payment.id(), ALL, order.reservedUntil().plusSeconds(5));

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void everyStateHasOnlyTheFollowersItsTableNames() {
        for (OrderStatus from : OrderStatus.values()) {
            for (OrderStatus to : OrderStatus.values()) {
                boolean legal = switch (from) {
                    case PENDING_PAYMENT -> to != OrderStatus.PENDING_PAYMENT && to != OrderStatus.COMPLETED;
                    case EXPIRED -> to == OrderStatus.PAID;
                    case PAID -> to == OrderStatus.CANCELLED || to == OrderStatus.COMPLETED;
                    case CANCELLED, COMPLETED -> false;
                };
                assertThat(from.canBecome(to)).as("%s to %s", from, to).isEqualTo(legal);
            }
        }
    }

    private Payment start(String request) {
        return order.startPayment(UUID.randomUUID(), request, "simulated", "tok_approved", NOON);
    }

    private static void assertRefused(String code, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
