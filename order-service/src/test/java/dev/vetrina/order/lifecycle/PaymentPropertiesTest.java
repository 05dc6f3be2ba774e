package dev.vetrina.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to the payments of an order, in whatever order it is told. */
class PaymentPropertiesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final long TOTAL = 1_000;

    enum What {
        START,
        DECLINE,
        CANCEL,
        LOSE_ANSWER,
        AUTHORISE,
        CAPTURE_ALL,
        REQUEST_CAPTURE,
        CAPTURE_TOLD,
        REQUEST_REFUND,
        GIVE_BACK,
        REFUND_SUCCEEDS,
        REFUND_FAILS,
        RETRY_REFUNDS
    }

    /**
     * @param which attempt, capture or refund, counted around
     */
    record Step(What what, int which, long amount) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(1, TOTAL))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 2_000)
    void refundedIsNeverAboveCapturedAndCapturedNeverAboveTheAmount(@ForAll("steps") List<Step> steps) {
        Order order = SampleOrder.placed(NOON, SampleOrder.line(1, TOTAL));
        long events = order.version();
        for (Step step : steps) {
            long promised = promised(order);
            int told = attempt(order, step);
            events += told;
            assertThat(order.version()).as("%s tells each change once", step).isEqualTo(events);
            order.payments().forEach(PaymentPropertiesTest::requireEquations);
            assertThat(promised(order))
                    .as("%s takes nothing back that was given up", step)
                    .isGreaterThanOrEqualTo(promised);
            assertThat(order.payments().stream().filter(Payment::effective)).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(order.attempts().paying().isEmpty() || order.status() == OrderStatus.PAID)
                .isTrue();
    }

    private static void requireEquations(Payment payment) {
        PaymentAmounts amounts = payment.amounts();
        long underWay = payment.refunds().stream()
                .filter(refund -> refund.status().underWay())
                .mapToLong(refund -> refund.amount().amount())
                .sum();
        long succeeded = payment.refunds().stream()
                .filter(refund -> refund.status() == TransferStatus.SUCCEEDED)
                .mapToLong(refund -> refund.amount().amount())
                .sum();
        assertThat(amounts.refunding()).isEqualTo(underWay);
        assertThat(amounts.refunded()).isEqualTo(succeeded);
        assertThat(amounts.refunded() + amounts.refunding()).isLessThanOrEqualTo(amounts.captured());
        assertThat(amounts.captured() + amounts.released()).isLessThanOrEqualTo(TOTAL);
        assertThat(payment.uncaptured()).isBetween(-TOTAL, TOTAL);
        if (!payment.status().secured()) {
            assertThat(amounts.captured()).isZero();
        }
    }

    /** Minor units that are never captured, or were asked to be refunded. */
    private static long promised(Order order) {
        return order.payments().stream()
                .mapToLong(payment -> payment.amounts().released()
                        + payment.refunds().stream()
                                .mapToLong(refund -> refund.amount().amount())
                                .sum())
                .sum();
    }

    /** Returns how many events it told; a refusal tells none. */
    private static int attempt(Order order, Step step) {
        try {
            return take(order, step);
        } catch (ProblemException refused) {
            return 0;
        }
    }

    private static int take(Order order, Step step) {
        Money amount = new Money(step.amount(), "GBP");
        UUID id = new UUID(1, step.which());
        RefundWish wish = RefundWish.bySystem(UUID.randomUUID(), amount, RefundReason.OTHER);
        return switch (step.what()) {
            case START -> {
                order.startPayment(UUID.randomUUID(), UUID.randomUUID().toString(), "simulated", "tok", NOON);
                yield 0;
            }
            case DECLINE ->
                withOpen(order, payment -> {
                    order.attempts().decline(payment.id(), "card_declined", NOON);
                    return 1;
                });
            case CANCEL ->
                withOpen(order, payment -> {
                    order.attempts().cancelled(payment.id(), NOON);
                    return 1;
                });
            case LOSE_ANSWER ->
                withOpen(order, payment -> (int) order.attempts().unanswered(payment.id(), "time-out", NOON).stream()
                        .count());
            case AUTHORISE -> secured(order, step.which(), Funds.authorised(0, NOON.plusSeconds(86_400 * 7)));
            case CAPTURE_ALL -> secured(order, step.which(), Funds.captured(TOTAL));
            case REQUEST_CAPTURE -> {
                var _ = order.captures().request(id, amount, false, true, NOON);
                yield 0;
            }
            case CAPTURE_TOLD -> captureTold(order, step.which());
            case REQUEST_REFUND ->
                (int) order.refunds().request(wish, NOON).stream().count();
            case GIVE_BACK -> order.refunds().giveBack(wish, NOON).size();
            case REFUND_SUCCEEDS ->
                withRefund(
                        order, step.which(), refund -> (int) order.refunds().succeeded(refund.id(), null, NOON).stream()
                                .count());
            case REFUND_FAILS ->
                withRefund(order, step.which(), refund -> (int)
                        order.refunds().failed(refund.id(), "no", NOON).stream().count());
            case RETRY_REFUNDS ->
                order.refunds().retryFailed(UUID::randomUUID, NOON).size();
        };
    }

    private interface Use<T> {
        int of(T subject);
    }

    private static int withOpen(Order order, Use<Payment> use) {
        return order.openPayment().map(use::of).orElse(0);
    }

    private static int withRefund(Order order, int which, Use<Refund> use) {
        List<Refund> refunds = order.refunds().all();
        return refunds.isEmpty() ? 0 : use.of(refunds.get(which % refunds.size()));
    }

    /** As a settlement decides it. */
    private static int secured(Order order, int which, Funds funds) {
        List<Payment> payments = order.payments();
        if (payments.isEmpty()) {
            return 0;
        }
        Payment payment = payments.get(which % payments.size());
        if (payment.status().secured() && !payment.unwanted()) {
            return order.attempts()
                    .secured(payment.id(), funds, UUID.randomUUID(), NOON)
                    .size();
        }
        boolean keep = !payment.unwanted()
                && !order.attempts().anotherThan(payment.id())
                && order.status() == OrderStatus.PENDING_PAYMENT;
        if (keep) {
            order.pay(payment.id(), funds, NOON);
            return 1;
        }
        return order.attempts()
                .notWanted(payment.id(), funds, UUID.randomUUID(), NOON)
                .size();
    }

    private static int captureTold(Order order, int which) {
        List<Capture> captures = new ArrayList<>(order.captures().all());
        if (captures.isEmpty()) {
            return 0;
        }
        Capture capture = captures.get(which % captures.size());
        Payment payment = order.payment(capture.paymentId());
        if (capture.status() != TransferStatus.REQUESTED || payment.status() != PaymentStatus.AUTHORISED) {
            return 0;
        }
        order.captures().succeeded(capture.id(), NOON);
        long total = payment.captured().amount() + capture.amount().amount();
        Funds funds = capture.last() ? Funds.captured(total) : Funds.authorised(total, NOON.plusSeconds(86_400));
        return order.attempts()
                .secured(payment.id(), funds, UUID.randomUUID(), NOON)
                .size();
    }
}
