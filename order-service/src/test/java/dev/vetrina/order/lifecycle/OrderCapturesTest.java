package dev.vetrina.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent.PaymentChanged;
import dev.vetrina.events.OrderEvent.RefundRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderCapturesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Funds RESERVED = Funds.authorised(0, NOON.plus(Duration.ofDays(7)));

    private final UUID paymentId = UUID.randomUUID();
    private final Order order = authorised();

    @Test
    void whatFailedIsAskedForAgainOnlyOnce() {
        Capture failed = request(400);
        order.captures().failed(failed.id(), "declined", NOON);

        order.captures().retryFailed(UUID::randomUUID, NOON);
        order.captures().retryFailed(UUID::randomUUID, NOON);

        assertThat(order.captures().all()).hasSize(2);
        assertThat(order.payment(paymentId).uncaptured()).isEqualTo(600);
    }

    @Test
    void aRetryThatFailedIsAskedForAgain() {
        order.captures().failed(request(400).id(), "declined", NOON);
        order.captures().retryFailed(UUID::randomUUID, NOON);
        order.captures().failed(order.captures().all().getLast().id(), "declined", NOON);

        order.captures().retryFailed(UUID::randomUUID, NOON);

        assertThat(order.captures().all())
                .extracting(Capture::status)
                .containsExactly(TransferStatus.FAILED, TransferStatus.FAILED, TransferStatus.REQUESTED);
    }

    @Test
    void theLastTakesWhatFailedBefore() {
        order.captures().failed(request(400).id(), "declined", NOON);

        Capture last = requestLast(600);
        order.captures().retryFailed(UUID::randomUUID, NOON);

        assertThat(last.amount()).isEqualTo(new Money(1_000, "GBP"));
        assertThat(last.last()).isTrue();
        assertThat(order.captures().all()).hasSize(2);
    }

    @Test
    void noneIsTheLastWhileAnotherIsUnderWay() {
        Capture first = request(400);
        order.captures().unanswered(first.id(), "time-out", NOON);

        Capture second = requestLast(600);
        order.captures().failed(first.id(), "declined", NOON);
        order.captures().succeeded(second.id(), NOON);
        order.captures().retryFailed(UUID::randomUUID, NOON);

        assertThat(second.amount()).isEqualTo(new Money(600, "GBP"));
        assertThat(second.last()).isFalse();
        assertThat(order.captures().all().getLast().amount()).isEqualTo(new Money(400, "GBP"));
        assertThat(order.captures().all().getLast().last()).isTrue();
    }

    @Test
    void nothingIsCapturedForGoodsThatAreFree() {
        assertThat(order.captures().request(UUID.randomUUID(), new Money(0, "GBP"), false, true, NOON))
                .isEmpty();
    }

    @Test
    void theRestIsNotGivenUpWhileACaptureIsUnderWay() {
        Capture capture = request(400);
        RefundWish rest = RefundWish.bySystem(UUID.randomUUID(), new Money(600, "GBP"), RefundReason.CANCELLED);
        assertThat(order.refunds().giveBack(rest, NOON)).isEmpty();
        Payment payment = order.payment(paymentId);
        assertThat(payment.givenUp()).isFalse();

        var _ = order.attempts()
                .secured(paymentId, Funds.authorised(400, NOON.plus(Duration.ofDays(7))), UUID.randomUUID(), NOON);
        order.captures().succeeded(capture.id(), NOON);

        assertThat(payment.givenUp()).isTrue();
        assertThat(payment.progress().checkAt()).isEqualTo(NOON);
    }

    @Test
    void whatWasGivenUpAndIsCapturedAllTheSameGoesBackOnce() {
        RefundWish cancelled = RefundWish.bySystem(UUID.randomUUID(), new Money(400, "GBP"), RefundReason.CANCELLED);
        assertThat(order.refunds().giveBack(cancelled, NOON)).isEmpty();
        UUID refundId = UUID.randomUUID();

        assertThat(order.attempts().secured(paymentId, Funds.captured(900), refundId, NOON))
                .extracting(Object::getClass)
                .containsExactly(PaymentChanged.class, RefundRequested.class);
        assertThat(order.attempts().secured(paymentId, Funds.captured(900), UUID.randomUUID(), NOON))
                .isEmpty();

        assertThat(order.refunds().all()).hasSize(1);
        assertThat(order.refunds().get(refundId).amount()).isEqualTo(new Money(300, "GBP"));
        assertThat(order.refunds().get(refundId).terms().reason()).isEqualTo(RefundReason.CANCELLED);
    }

    private Order authorised() {
        Order paid = SampleOrder.placed(NOON, SampleOrder.line(1, 1_000));
        Payment _ = paid.startPayment(paymentId, UUID.randomUUID().toString(), "simulated", "tok", NOON);
        var _ = paid.pay(paymentId, RESERVED, NOON);
        return paid;
    }

    private Capture request(long pence) {
        return request(pence, false);
    }

    private Capture requestLast(long pence) {
        return request(pence, true);
    }

    private Capture request(long pence, boolean last) {
        return order.captures()
                .request(UUID.randomUUID(), new Money(pence, "GBP"), last, true, NOON)
                .orElseThrow();
    }
}
