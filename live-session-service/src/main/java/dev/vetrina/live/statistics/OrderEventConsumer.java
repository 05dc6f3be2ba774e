package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.AfterPurchase;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderCompleted;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.events.OrderEvent.OrderRefunded;
import dev.vetrina.events.OrderEvent.PaymentChanged;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.events.OrderEvent.RefundFailed;
import dev.vetrina.events.OrderEvent.RefundRequested;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.live.statistics.StatisticsRepository.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Counts orders of sessions. The inbox sees to it that each event counts once. */
@ApplicationScoped
class OrderEventConsumer implements EventConsumer {

    private final StatisticsRepository statistics;

    OrderEventConsumer(StatisticsRepository statistics) {
        this.statistics = statistics;
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ORDERS);
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof OrderEvent order) {
            UUID sessionId = order.sessionId();
            if (sessionId != null) {
                count(sessionId, order);
            }
        }
    }

    private void count(UUID sessionId, OrderEvent order) {
        switch (order) {
            case OrderPlaced placed -> statistics.count(sessionId, Step.PLACED, 0);
            case OrderPaid paid -> countPaid(sessionId, paid);
            case PaymentDeclined declined -> statistics.count(sessionId, Step.DECLINED, 0);
            case OrderCancelled cancelled -> countCancelled(sessionId, cancelled);
            case OrderExpired expired -> statistics.countExpired(sessionId, expired.orderId());
            // A show's sales are counted as they were made; money that went back later is the ledger's business.
            case PaymentChanged _, RefundRequested _, OrderRefunded _, RefundFailed _ -> {}
            case OrderCompleted _, AfterPurchase _ -> {}
        }
    }

    /** One that was paid has come to its end before, and counts as the sale that it was. */
    private void countCancelled(UUID sessionId, OrderCancelled cancelled) {
        if (!cancelled.paid()) {
            statistics.count(sessionId, Step.CANCELLED, 0);
        }
    }

    private void countPaid(UUID sessionId, OrderPaid paid) {
        statistics.uncountExpired(paid.orderId());
        statistics.count(
                sessionId,
                Step.PAID,
                paid.lines().stream().mapToLong(Line::quantity).sum());
        statistics.addGmv(sessionId, goods(paid));
        statistics.addBuyer(sessionId, paid.customerId());
        paid.lines().forEach(line -> statistics.addProduct(sessionId, line));
    }

    /** What was paid for the goods: the order's total contains shipping. */
    private static Money goods(OrderPaid paid) {
        return paid.lines().stream()
                .map(Line::total)
                .reduce(Money.zero(paid.total().currency()), Money::plus);
    }
}
