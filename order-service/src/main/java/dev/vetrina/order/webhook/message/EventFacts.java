package dev.vetrina.order.webhook.message;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.FulfilmentEvent;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderCompleted;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.events.ReturnEvent.ReturnApproved;
import dev.vetrina.events.ReturnEvent.ReturnReceived;
import dev.vetrina.events.ReturnEvent.ReturnRejected;
import dev.vetrina.events.ReturnEvent.ReturnRequested;
import dev.vetrina.events.ReturnEvent.WithdrawalDeclared;
import dev.vetrina.events.StockAlert;
import dev.vetrina.events.StockEvent.StockLevelChanged;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an event is to each brand that it concerns. Of an order everybody is told their own part only. */
final class EventFacts {

    private EventFacts() {}

    /** The order whose parts must be known to tell whom an event concerns, if the event itself does not say it. */
    static Optional<UUID> orderToKnow(DomainEvent event) {
        return switch (event) {
            case OrderCancelled e -> Optional.of(e.orderId());
            case OrderExpired e -> Optional.of(e.orderId());
            case OrderCompleted e -> Optional.of(e.orderId());
            case WithdrawalDeclared e -> Optional.of(e.orderId());
            default -> Optional.empty();
        };
    }

    static List<Fact> of(DomainEvent event, Owners owners) {
        return switch (event) {
            case OrderPlaced e -> withLines(e, WebhookEventType.ORDER_PLACED, parts(e.parts(), e.lines()));
            case OrderPaid e -> withLines(e, WebhookEventType.ORDER_PAID, parts(e.parts(), e.lines()));
            case OrderCancelled e -> ofParts(e, WebhookEventType.ORDER_CANCELLED, owners);
            case OrderExpired e -> ofParts(e, WebhookEventType.ORDER_EXPIRED, owners);
            case OrderCompleted e -> ofParts(e, WebhookEventType.ORDER_COMPLETED, owners);
            case FulfilmentEvent e -> one(e, fulfilment(e), Optional.of(e.brandId()));
            case ReturnRequested e -> one(e, WebhookEventType.RETURN_REQUESTED, Optional.of(e.brandId()));
            case ReturnApproved e -> one(e, WebhookEventType.RETURN_APPROVED, Optional.of(e.brandId()));
            case ReturnRejected e -> one(e, WebhookEventType.RETURN_REJECTED, Optional.of(e.brandId()));
            case ReturnReceived e -> one(e, WebhookEventType.RETURN_RECEIVED, Optional.of(e.brandId()));
            case WithdrawalDeclared e -> withdrawal(e, owners);
            case StockLevelChanged e -> one(e, WebhookEventType.STOCK_CHANGED, Optional.of(e.brandId()));
            case StockAlert e -> alert(e);
            case DealEvent e -> deal(e, owners);
            default -> List.of();
        };
    }

    private static WebhookEventType fulfilment(FulfilmentEvent event) {
        return switch (event) {
            case FulfilmentEvent.FulfilmentConfirmed _ -> WebhookEventType.FULFILMENT_CONFIRMED;
            case FulfilmentEvent.FulfilmentShipped _ -> WebhookEventType.FULFILMENT_SHIPPED;
            case FulfilmentEvent.FulfilmentDelivered _ -> WebhookEventType.FULFILMENT_DELIVERED;
            case FulfilmentEvent.FulfilmentCancelled _ -> WebhookEventType.FULFILMENT_CANCELLED;
        };
    }

    private static List<Fact> alert(StockAlert event) {
        return switch (event) {
            case StockAlert.StockLow e -> one(e, WebhookEventType.STOCK_LOW, Optional.of(e.brandId()));
            case StockAlert.StockSoldOut e -> one(e, WebhookEventType.STOCK_SOLD_OUT, Optional.of(e.brandId()));
            case StockAlert.StockBack e -> one(e, WebhookEventType.STOCK_BACK, Optional.of(e.brandId()));
        };
    }

    private static List<Fact> deal(DealEvent event, Owners owners) {
        return switch (event) {
            case DealEvent.DealArmed e -> one(e, WebhookEventType.DEAL_ARMED, Optional.of(e.brandId()));
            case DealEvent.DealRejected e -> one(e, WebhookEventType.DEAL_REJECTED, owners.brandOf(e.variantId()));
            case DealEvent.DealOpened e -> one(e, WebhookEventType.DEAL_OPENED, owners.brandOf(e.variantId()));
            case DealEvent.DealSoldOut e -> one(e, WebhookEventType.DEAL_SOLD_OUT, owners.brandOf(e.variantId()));
            case DealEvent.DealReopened e -> one(e, WebhookEventType.DEAL_REOPENED, owners.brandOf(e.variantId()));
            case DealEvent.DealClosed e -> one(e, WebhookEventType.DEAL_CLOSED, owners.brandOf(e.variantId()));
        };
    }

    private static List<Fact> one(DomainEvent event, WebhookEventType type, Optional<UUID> brandId) {
        return brandId.map(brand -> new Fact(brand, type, () -> EventFields.of(event, type))).stream()
                .toList();
    }

    private static List<Fact> ofParts(OrderEvent event, WebhookEventType type, Owners owners) {
        return owners.of(event.orderId()).stream()
                .map(part -> new Fact(part.brandId(), type, () -> EventFields.of(event, type, part)))
                .toList();
    }

    private static List<Fact> withLines(OrderEvent event, WebhookEventType type, List<OrderPart> parts) {
        return parts.stream()
                .map(part -> new Fact(part.brandId(), type, () -> EventFields.withLines(event, type, part)))
                .toList();
    }

    /** Only to the brands of the lines that it names. */
    private static List<Fact> withdrawal(WithdrawalDeclared event, Owners owners) {
        List<OrderPart> concerned = owners.of(event.orderId()).stream()
                .filter(part ->
                        event.lines().stream().anyMatch(line -> part.lineIds().contains(line.lineId())))
                .toList();
        return withLines(event, WebhookEventType.WITHDRAWAL_DECLARED, concerned);
    }

    private static List<OrderPart> parts(List<OrderEvent.Part> parts, List<OrderEvent.Line> lines) {
        return parts.stream()
                .map(part -> new OrderPart(part.brandId(), part.fulfilmentId(), linesOf(part.brandId(), lines)))
                .toList();
    }

    private static Set<UUID> linesOf(UUID brandId, List<OrderEvent.Line> lines) {
        return lines.stream()
                .filter(line -> line.brandId().equals(brandId))
                .map(OrderEvent.Line::lineId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
