package dev.vetrina.kit.security;

/** The scopes of an access token's {@code scope} claim: what a partner's client may do with it. */
public final class Scopes {

    public static final String CATALOG_READ = "catalog:read";
    public static final String CATALOG_WRITE = "catalog:write";
    public static final String INVENTORY_READ = "inventory:read";
    public static final String INVENTORY_WRITE = "inventory:write";
    public static final String ORDERS_READ = "orders:read";
    public static final String ORDERS_WRITE = "orders:write";
    public static final String FULFILMENT_WRITE = "fulfilment:write";
    /** Deals' guardrails, coupons and whatever else a brand gives away in a show. */
    public static final String PROMOTIONS_WRITE = "promotions:write";

    public static final String STATISTICS_READ = "statistics:read";
    public static final String WEBHOOKS_MANAGE = "webhooks:manage";
    public static final String SANDBOX_WRITE = "sandbox:write";
    public static final String FINANCE_READ = "finance:read";

    private Scopes() {}
}
