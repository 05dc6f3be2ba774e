package dev.vetrina.localstack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first tenant sold and bought, and what came of it. */
final class FirstSale {

    private static final String CUSTOMER = FirstTenant.CUSTOMER;
    private static final String OPERATOR = "operator";

    private final Callers callers;
    private final OneProduct product;
    private final OneProduct soldOut;
    private final String brand;
    private final KnownIds ids;

    FirstSale(Callers callers, OneProduct product, OneProduct soldOut, String brand, KnownIds ids) {
        this.callers = callers;
        this.product = product;
        this.soldOut = soldOut;
        this.brand = brand;
        this.ids = ids;
    }

    void buy(String session) {
        String order = callers.made(CUSTOMER, order(product, 2, session));
        String path = "/v1/orders/" + order;
        String payment = callers.made(
                CUSTOMER, Call.post(path + "/payments").json(Map.of("paymentMethodToken", "tok_approved")));
        JsonNode paid = callers.done(CUSTOMER, Call.get(path)).body();
        String line = paid.path("lines").path(0).path("id").asText();
        String part = Json.items(callers.done(CUSTOMER, Call.get("/v1/fulfilments?orderId=" + order))
                        .body())
                .getFirst()
                .path("id")
                .asText();
        ship(part, line);
        String returned = callers.made(
                CUSTOMER,
                Call.post("/v1/returns")
                        .json(Map.of(
                                "orderId",
                                order,
                                "lines",
                                List.of(Map.of("lineId", line, "quantity", 1, "reason", "FAULTY")))));
        String withdrawal =
                callers.made(CUSTOMER, Call.post("/v1/withdrawals").json(Map.of("orderId", order, "name", "Ann")));
        String refund = callers.made(
                OPERATOR,
                Call.post(path + "/refunds")
                        .json(Map.of(
                                "amount", Map.of("amount", 1, "currency", product.currency()), "reason", "GOODWILL")));
        ids.at("/v1/orders/{id}", order)
                .at("/v1/stuck-orders/{orderId}", order)
                .at("/v1/orders/{id}/payments/{paymentId}", payment)
                .at("/v1/simulated-provider/challenges/{paymentId}", payment)
                .at("/v1/simulated-provider/charges/{paymentId}", payment)
                .at("/v1/orders/{id}/refunds/{refundId}", refund)
                .at("/v1/fulfilments/{id}", part)
                .at("/v1/returns/{id}", returned)
                .at("/v1/withdrawals/{id}", withdrawal);
        ids.named("orderId", order).named("lineId", line).named("fulfilmentId", part);
    }

    private void ship(String part, String line) {
        String account = "brand-" + brand;
        callers.done(account, Call.post("/v1/fulfilments/" + part + "/confirm"));
        String shipment = callers.made(
                account,
                Call.post("/v1/fulfilments/" + part + "/shipments")
                        .json(Map.of(
                                "carrier",
                                "royal-mail",
                                "trackingNumber",
                                "T-1",
                                "lines",
                                List.of(Map.of("lineId", line, "quantity", 2)))));
        callers.done(account, Call.post("/v1/fulfilments/" + part + "/deliver"));
        ids.at("/v1/fulfilments/{id}/shipments/{shipmentId}", shipment);
    }

    /** What needs something that is sold out, and what would end the sale. */
    void promote() {
        String account = "brand-" + brand;
        callers.done(CUSTOMER, order(soldOut, 1, null));
        String waiting = callers.made(
                CUSTOMER,
                Call.post("/v1/waitlist-entries")
                        .json(Map.of("variantId", soldOut.variantId(), "quantity", 1, "market", soldOut.market())));
        Map<String, Object> campaign = Map.of(
                "code",
                "FIRST-10",
                "kind",
                "PERCENTAGE",
                "percent",
                "10",
                "market",
                product.market(),
                "payer",
                "BRAND",
                "brandId",
                brand,
                "startsAt",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "quota",
                10,
                "quotaPerCustomer",
                1,
                "endsAt",
                FirstTenant.inDays(2));
        callers.done(
                account, Call.put("/v1/purchase-limits/" + product.variantId()).json(Map.of("maxPerCustomer", 5)));
        Map<String, Object> stop =
                Map.of("scope", "VARIANT", "code", product.variantId(), "reason", "The walk is over");
        ids.at("/v1/waitlist-entries/{id}", waiting)
                .at(
                        "/v1/coupon-campaigns/{id}",
                        callers.made(account, Call.post("/v1/coupon-campaigns").json(campaign)))
                .at(
                        "/v1/sales-stops/{id}",
                        callers.made(account, Call.post("/v1/sales-stops").json(stop)));
    }

    private static Call order(OneProduct wanted, int quantity, @Nullable String session) {
        var line = new HashMap<String, Object>(Map.of("variantId", wanted.variantId(), "quantity", quantity));
        if (session != null) {
            line.put("sessionId", session);
        }
        return Call.post("/v1/orders")
                .json(Map.of(
                        "market", wanted.market(),
                        "lines", List.of(line),
                        "shippingAddress",
                                Map.of(
                                        "name", "Ann",
                                        "line1", "1 High Street",
                                        "city", "Leeds",
                                        "postalCode", "LS1 1AA",
                                        "country", "GB"),
                        "expectedTotal", Map.of("amount", wanted.amount() * quantity, "currency", wanted.currency())));
    }
}
