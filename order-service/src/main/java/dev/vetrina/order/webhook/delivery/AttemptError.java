package dev.vetrina.order.webhook.delivery;

/** Why there was no answer. */
enum AttemptError {
    /** The url leads nowhere, or to an address that is not public: nothing was connected to. */
    TARGET_REFUSED,
    CONNECTION_FAILED,
    TLS_FAILED,
    TIMEOUT
}
