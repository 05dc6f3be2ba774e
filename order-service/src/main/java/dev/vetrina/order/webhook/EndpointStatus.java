package dev.vetrina.order.webhook;

enum EndpointStatus {
    ENABLED,
    DISABLED
}
