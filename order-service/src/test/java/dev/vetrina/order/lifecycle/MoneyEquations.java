package dev.vetrina.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is true of the payments of an order at any time. */
public final class MoneyEquations {

    private MoneyEquations() {}

    public static void hold(Order order) {
        order.payments().forEach(payment -> hold(payment, order.total().amount()));
        List<Payment> effective =
                order.payments().stream().filter(Payment::effective).toList();
        assertThat(effective).as("attempts that pay or still may").hasSizeLessThanOrEqualTo(1);
        if (order.status().kept()) {
            assertThat(order.attempts().paying().isPresent() || nothingIsDue(order) || letGo(order))
                    .as("a kept order is paid, if there is anything to pay, or was until its provider let the money go")
                    .isTrue();
        } else if (order.status() != OrderStatus.CANCELLED) {
            assertThat(order.attempts().paying())
                    .as("what pays an order that is not kept")
                    .isEmpty();
        }
    }

    /** Whatever was bought came back before anything was captured. */
    private static boolean nothingIsDue(Order order) {
        return order.payments().stream()
                .anyMatch(
                        payment -> payment.amounts().released() == order.total().amount());
    }

    private static boolean letGo(Order order) {
        return order.payments().stream()
                .anyMatch(payment -> payment.status() == PaymentStatus.CANCELLED
                        && payment.authorisedUntil() != null
                        && !payment.unwanted());
    }

    private static void hold(Payment payment, long total) {
        PaymentAmounts amounts = payment.amounts();
        assertThat(payment.terms().amount().amount()).as("asked for").isEqualTo(total);
        assertThat(amounts.refunded() + amounts.refunding())
                .as("refunded or on its way: %s", amounts)
                .isLessThanOrEqualTo(amounts.captured());
        assertThat(amounts.captured() + amounts.released())
                .as("captured or given up: %s", amounts)
                .isLessThanOrEqualTo(total);
        assertThat(amounts.refunded()).isEqualTo(sum(payment, TransferStatus.SUCCEEDED));
        assertThat(amounts.refunding())
                .isEqualTo(sum(payment, TransferStatus.REQUESTED) + sum(payment, TransferStatus.UNKNOWN));
        if (payment.unwanted() && payment.refunds().stream().noneMatch(MoneyEquations::failed)) {
            assertThat(amounts.refundable()).as("kept of what nobody wants").isZero();
        }
    }

    /** A capture that closes the payment at its provider: whatever it leaves there is lost. */
    public static void leavesNothing(Payment payment, long capturedWithIt) {
        assertThat(capturedWithIt + payment.amounts().released())
                .as("captured in the end, or given up: %s", payment.amounts())
                .isEqualTo(payment.terms().amount().amount());
    }

    private static boolean failed(Refund refund) {
        return refund.status() == TransferStatus.FAILED;
    }

    private static long sum(Payment payment, TransferStatus status) {
        return payment.refunds().stream()
                .filter(refund -> refund.status() == status)
                .mapToLong(refund -> refund.amount().amount())
                .sum();
    }

    /** Minor units that were promised for what the buyer does not keep: never captured, or refunded. A retry promises nothing more. */
    public static long promised(Order order) {
        Set<UUID> retries = order.refunds().all().stream()
                .map(Refund::retriedAs)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        long refunds = order.refunds().all().stream()
                .filter(refund -> !retries.contains(refund.id()))
                .filter(refund -> refund.terms().reason() == RefundReason.CANCELLED
                        || refund.terms().reason() == RefundReason.RETURNED)
                .mapToLong(refund -> refund.amount().amount())
                .sum();
        return refunds
                + order.payments().stream()
                        .mapToLong(payment -> payment.amounts().released())
                        .sum();
    }
}
