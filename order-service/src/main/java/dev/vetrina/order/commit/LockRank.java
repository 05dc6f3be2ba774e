package dev.vetrina.order.commit;

/**
 * The order in which a batch locks rows, the same in every batch of every instance: whoever holds a later one never waits for an
 * earlier one, so no two batches wait for each other. The idempotency keys come before all of them.
 */
public enum LockRank {
    SALES_STOPS,
    ORDERS,
    SESSION_PAUSES,
    PROVIDER_EVENTS,
    FULFILMENTS,
    RETURNS,
    DEALS,
    DEAL_GUARDRAILS,
    COUPON_CAMPAIGNS,
    COUPON_CUSTOMERS,
    CUSTOMER_LIMITS,
    STOCK,
    WAITLIST
}
