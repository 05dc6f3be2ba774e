package dev.vetrina.order.webhook.message;

import dev.vetrina.kit.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What partners are told, and which fields of the event: what is not named here, such as who bought, is not told. A code that was
 * published stays; what is told under it only ever gains fields.
 */
public enum WebhookEventType {
    ORDER_PLACED(
            "order.placed",
            "A buyer placed an order with lines of yours; their stock is held, nothing is paid yet",
            "orderId sequence market sessionId creatorId placedAt reservedUntil"),
    ORDER_PAID(
            "order.paid", "The order is paid: confirm and ship your part", "orderId sequence market sessionId paidAt"),
    ORDER_CANCELLED(
            "order.cancelled",
            "The order was cancelled as a whole; your stock is available again",
            "orderId sequence sessionId paid cancelledAt"),
    ORDER_EXPIRED(
            "order.expired",
            "The order was not paid in time; your stock is available again",
            "orderId sequence sessionId expiredAt"),
    ORDER_COMPLETED(
            "order.completed",
            "Every part of the order is delivered or cancelled",
            "orderId sequence sessionId completedAt"),
    FULFILMENT_CONFIRMED(
            "fulfilment.confirmed",
            "Your part of the order was confirmed",
            "orderId sequence fulfilmentId sessionId confirmedAt"),
    FULFILMENT_SHIPPED(
            "fulfilment.shipped",
            "A parcel of your part left",
            "orderId sequence fulfilmentId sessionId shipmentId carrier lines complete shippedAt"),
    FULFILMENT_DELIVERED(
            "fulfilment.delivered",
            "A parcel of your part arrived",
            "orderId sequence fulfilmentId sessionId shipmentId lines complete deliveredAt"),
    FULFILMENT_CANCELLED(
            "fulfilment.cancelled",
            "Units of your part will not be shipped; their price goes back",
            "orderId sequence fulfilmentId sessionId reason lines shipping shippingTax complete cancelledAt"),
    RETURN_REQUESTED(
            "return.requested",
            "A buyer wishes to send units back: approve or reject it",
            "orderId sequence returnId fulfilmentId sessionId withdrawalId lines requestedAt"),
    RETURN_APPROVED(
            "return.approved",
            "The units may be sent back",
            "orderId sequence returnId fulfilmentId sessionId approvedAt"),
    RETURN_REJECTED(
            "return.rejected",
            "The units are not taken back",
            "orderId sequence returnId fulfilmentId sessionId reason rejectedAt"),
    RETURN_RECEIVED(
            "return.received",
            "The units are back and their price is refunded",
            "orderId sequence returnId fulfilmentId sessionId lines shipping shippingTax receivedAt"),
    WITHDRAWAL_DECLARED(
            "withdrawal.declared",
            "A consumer withdrew from the contract for units of yours",
            "orderId sequence withdrawalId sessionId declaredAt"),
    STOCK_CHANGED(
            "stock.changed",
            "What is available, held and sold of a variant changed; of many changes in a moment the last is told",
            "variantId sequence available held sold deals"),
    STOCK_LOW(
            "stock.low",
            "No more than your threshold is available of a variant",
            "variantId sequence available threshold occurredAt"),
    STOCK_SOLD_OUT("stock.sold-out", "The last unit of a variant was taken", "variantId sequence occurredAt"),
    STOCK_BACK(
            "stock.back", "A variant that was sold out can be bought again", "variantId sequence available occurredAt"),
    DEAL_ARMED(
            "deal.armed",
            "Units are set aside for a deal in a show; told again when its times change",
            "dealId sequence sessionId variantId prices quantity perBuyerLimit opensAt closesAt pausedAt"),
    DEAL_REJECTED(
            "deal.rejected",
            "A deal with your variant was not taken, and why",
            "dealId sequence sessionId variantId reason rejectedAt"),
    DEAL_OPENED("deal.opened", "The deal can be bought from now on", "dealId sequence sessionId variantId openedAt"),
    DEAL_SOLD_OUT(
            "deal.sold-out", "Every unit of the deal is held or sold", "dealId sequence sessionId variantId soldOutAt"),
    DEAL_REOPENED(
            "deal.reopened",
            "Units of the deal came back before its end",
            "dealId sequence sessionId variantId available reopenedAt"),
    DEAL_CLOSED(
            "deal.closed",
            "The deal is over: what was sold, and what is on sale again",
            "dealId sequence sessionId variantId reason sold held returned closedAt"),
    ENDPOINT_TEST(
            "endpoint.test", "You asked for it, at this endpoint only, whatever it is subscribed to", "endpointId"),
    ENDPOINT_DISABLED(
            "endpoint.disabled",
            "Another endpoint of yours is sent nothing any more, and why; told whatever the endpoint is subscribed to",
            "endpointId url reason disabledAt");

    private final String code;
    private final String description;
    private final String fields;

    WebhookEventType(String code, String description, String fields) {
        this.code = code;
        this.description = description;
        this.fields = fields;
    }

    public String code() {
        return code;
    }

    String description() {
        return description;
    }

    /** Of the event, in the order in which they are told. */
    List<String> fields() {
        return List.of(fields.split(" ", -1));
    }

    /** Messages about the endpoints themselves are sent without being asked for. */
    boolean subscribed() {
        return this != ENDPOINT_TEST && this != ENDPOINT_DISABLED;
    }

    /** @throws ProblemException 422 that names the first code that is none */
    public static List<String> require(List<String> eventTypes) {
        for (int i = 0; i < eventTypes.size(); i++) {
            if (of(eventTypes.get(i)).isEmpty()) {
                throw ProblemException.invalid(
                        "eventTypes[" + i + "]", "must be a type that /v1/webhook-event-types lists");
            }
        }
        return eventTypes;
    }

    static Optional<WebhookEventType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
