package dev.vetrina.gateway.proxy;

import static dev.vetrina.gateway.proxy.Upstream.CATALOG;
import static dev.vetrina.gateway.proxy.Upstream.LIVE;
import static dev.vetrina.gateway.proxy.Upstream.ORDER;

import java.util.Map;
import java.util.Optional;

/** Which service answers a path. What is not in the table is not reachable from outside. */
public final class RoutingTable {

    private static final Map<String, Upstream> BY_RESOURCE = Map.ofEntries(
            Map.entry("markets", CATALOG),
            Map.entry("brands", CATALOG),
            Map.entry("products", CATALOG),
            Map.entry("catalog-imports", CATALOG),
            Map.entry("creators", LIVE),
            Map.entry("sessions", LIVE),
            Map.entry("chat-erasures", LIVE),
            Map.entry("follows", LIVE),
            Map.entry("reminders", LIVE),
            Map.entry("showings", LIVE),
            Map.entry("session-series", LIVE),
            Map.entry("inventory", ORDER),
            Map.entry("inventory-adjustments", ORDER),
            Map.entry("order-quotes", ORDER),
            Map.entry("coupon-campaigns", ORDER),
            Map.entry("deals", ORDER),
            Map.entry("deal-guardrails", ORDER),
            Map.entry("purchase-limits", ORDER),
            Map.entry("inventory-transfers", ORDER),
            Map.entry("sales-stops", ORDER),
            Map.entry("waitlist-entries", ORDER),
            Map.entry("orders", ORDER),
            Map.entry("selling-terms", ORDER),
            Map.entry("shipping-rates", ORDER),
            // Providers have no token of ours: the service checks their signatures.
            Map.entry("payment-webhooks", ORDER),
            Map.entry("stuck-orders", ORDER),
            Map.entry("fulfilments", ORDER),
            Map.entry("carriers", ORDER),
            Map.entry("returns", ORDER),
            Map.entry("return-quotes", ORDER),
            Map.entry("withdrawals", ORDER),
            Map.entry("simulated-provider", ORDER));

    private static final Map<String, Upstream> BY_OPERATED_SERVICE =
            Map.of("catalog", CATALOG, "live", LIVE, "order", ORDER);

    private RoutingTable() {}

    public static Optional<Upstream> route(String path) {
        String[] segments = path.split("/", 5);
        if (segments.length < 3 || !segments[0].isEmpty() || !segments[1].equals("v1")) {
            return Optional.empty();
        }
        if (segments[2].equals("operations")) {
            return segments.length < 4 ? Optional.empty() : Optional.ofNullable(BY_OPERATED_SERVICE.get(segments[3]));
        }
        return Optional.ofNullable(BY_RESOURCE.get(segments[2]));
    }

    /** The resource of a path that has a route, without what tells one of them from another. */
    static String template(String path) {
        String[] segments = path.split("/", 4);
        return "/v1/" + segments[2] + (segments.length > 3 ? "/*" : "");
    }
}
