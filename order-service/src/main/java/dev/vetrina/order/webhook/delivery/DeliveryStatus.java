package dev.vetrina.order.webhook.delivery;

enum DeliveryStatus {
    /** For its first attempt. */
    WAITING,
    RETRYING,
    DELIVERED,
    /** Every attempt failed. */
    FAILED,
    /** Its endpoint was disabled before it was taken. */
    CANCELLED
}
