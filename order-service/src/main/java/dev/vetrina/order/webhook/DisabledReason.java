package dev.vetrina.order.webhook;

/** Why an endpoint is sent nothing any more. */
public enum DisabledReason {
    BY_OWNER,
    /** It answered 410. */
    GONE,
    /** Every attempt for one message failed, and nothing else succeeded meanwhile. */
    ALL_ATTEMPTS_FAILED,
    FAILING_FOR_LONG
}
