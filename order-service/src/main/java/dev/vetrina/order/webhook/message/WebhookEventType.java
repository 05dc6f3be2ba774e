package dev.vetrina.order.webhook.message;

import java.util.Arrays;
import java.util.Optional;

/** What partners are told. A code that was published stays; what is told under it only ever gains fields. */
public enum WebhookEventType {
    ORDER_PLACED("order.placed", "A buyer placed an order with lines of yours; their stock is held, nothing is paid yet"),
    ORDER_PAID("order.paid", "The order is paid: confirm and ship your part"),
    ORDER_CANCELLED("order.cancelled", "The order was cancelled as a whole; your stock is available again"),
    ORDER_EXPIRED("order.expired", "The order was not paid in time; your stock is available again"),
    ORDER_COMPLETED("order.completed", "Every part of the order is delivered or cancelled"),
    FULFILMENT_CONFIRMED("fulfilment.confirmed", "Your part of the order was confirmed"),
    FULFILMENT_SHIPPED("fulfilment.shipped", "A parcel of your part left"),
    FULFILMENT_DELIVERED("fulfilment.delivered", "A parcel of your part arrived"),
    FULFILMENT_CANCELLED("fulfilment.cancelled", "Units of your part will not be shipped; their price goes back"),
    RETURN_REQUESTED("return.requested", "A buyer wishes to send units back: approve or reject it"),
    RETURN_APPROVED("return.approved", "The units may be sent back"),
    RETURN_REJECTED("return.rejected", "The units are not taken back"),
    RETURN_RECEIVED("return.received", "The units are back and their price is refunded"),
    WITHDRAWAL_DECLARED("withdrawal.declared", "A consumer withdrew from the contract for units of yours"),
    STOCK_CHANGED("stock.changed", "What is available, held and sold of a variant changed"),
    STOCK_LOW("stock.low", "No more than your threshold is available of a variant"),
    STOCK_SOLD_OUT("stock.sold-out", "The last unit of a variant was taken"),
    STOCK_BACK("stock.back", "A variant that was sold out can be bought again"),
    DEAL_ARMED("deal.armed", "Units are set aside for a deal in a show; told again when its times change"),
    DEAL_REJECTED("deal.rejected", "A deal with your variant was not taken, and why"),
    DEAL_OPENED("deal.opened", "The deal can be bought from now on"),
    DEAL_SOLD_OUT("deal.sold-out", "Every unit of the deal is held or sold"),
    DEAL_REOPENED("deal.reopened", "Units of the deal came back before its end"),
    DEAL_CLOSED("deal.closed", "The deal is over: what was sold, and what is on sale again"),
    ENDPOINT_TEST("endpoint.test", "You asked for it, at this endpoint only, whatever it is subscribed to"),
    ENDPOINT_DISABLED(
            "endpoint.disabled",
            "Another endpoint of yours is sent nothing any more, and why; told whatever the endpoint is subscribed to");

    private final String code;
    private final String description;

    WebhookEventType(String code, String description) {
        this.code = code;
        this.description = description;
    }

    public String code() {
        return code;
    }

    String description() {
        return description;
    }

    /** Messages about the endpoints themselves are not asked for. */
    boolean subscribed() {
        return this != ENDPOINT_TEST && this != ENDPOINT_DISABLED;
    }

    /** Whether an endpoint can ask for the type by this code. */
    public static boolean known(String code) {
        return of(code).isPresent();
    }

    static Optional<WebhookEventType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
