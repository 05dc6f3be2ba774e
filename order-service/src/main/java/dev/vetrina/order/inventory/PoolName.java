package dev.vetrina.order.inventory;

/** The pools that a brand may fill and empty itself. A deal's is filled and emptied with the deal. */
final class PoolName {

    static final String PATTERN =
            "^(shared|market:[A-Z]{2}|session:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$";
    static final String MESSAGE = "must be shared, market: and an ISO 3166 code, or session: and its id in lower case";

    private PoolName() {}
}
