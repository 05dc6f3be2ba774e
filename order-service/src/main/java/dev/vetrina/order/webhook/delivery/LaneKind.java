package dev.vetrina.order.webhook.delivery;

/** The two ways to an endpoint, each with one message at a time on it. */
enum LaneKind {
    /** First attempts, in the order of the messages. */
    FIRST,
    /** What failed and what is replayed, when its time has come. */
    RETRY
}
