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
            Map.entry("partner-clients", ORDER),
            Map.entry("sandbox", ORDER),
            Map.entry("webhook-endpoints", ORDER),
            Map.entry("webhook-messages", ORDER),
            Map.entry("webhook-deliveries", ORDER),
            Map.entry("webhook-event-types", ORDER),
            Map.entry("simulated-provider", ORDER));

    private static final Map<String, Upstream> BY_OPERATED_SERVICE =
            Map.of("catalog", CATALOG, "live", LIVE, "order", ORDER);

    private static final String BASE = "/v1/";

    private RoutingTable() {}

    public static Optional<Upstream> route(String path) {
        if (!path.startsWith(BASE)) {
            return Optional.empty();
        }
        String resource = segmentAt(path, BASE.length());
        if (!resource.equals("operations")) {
            return Optional.ofNullable(BY_RESOURCE.get(resource));
        }
        int service = BASE.length() + resource.length() + 1;
        return service > path.length()
                ? Optional.empty()
                : Optional.ofNullable(BY_OPERATED_SERVICE.get(segmentAt(path, service)));
    }

    private static String segmentAt(String path, int begin) {
        int end = path.indexOf('/', begin);
        return end < 0 ? path.substring(begin) : path.substring(begin, end);
    }

    static String pathOf(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** The resource of a path that has a route, without what tells one of them from another. */
    static String template(String path) {
        int end = path.indexOf('/', BASE.length());
        return end < 0 ? path : path.substring(0, end) + "/*";
    }
}
