package dev.vetrina.localstack.access;

import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Call;
import java.util.List;
import java.util.Map;

/** What the first tenant's engineers have: an account, an endpoint that was told something, an order for trying out. */
record FirstIntegration(Callers callers, OneProduct product, String brand, KnownIds ids) {

    void connect() {
        String account = "brand-" + brand;
        String client = callers.made(
                "operator",
                Call.post("/v1/partner-clients")
                        .json(Map.of("brandId", brand, "name", "Warehouse", "scopes", List.of("orders:read"))));
        // Nobody listens there: a delivery is there to be read all the same.
        String endpoint = callers.made(
                account,
                Call.post("/v1/webhook-endpoints")
                        .json(Map.of(
                                "url",
                                "http://127.0.0.1:9/hooks",
                                "eventTypes",
                                List.of("order.paid"),
                                "description",
                                "")));
        String message = callers.done(account, Call.post("/v1/webhook-endpoints/" + endpoint + "/test"))
                .body()
                .path("messageId")
                .asText();
        String delivery = callers.done(account, Call.get("/v1/webhook-deliveries?endpointId=" + endpoint))
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String order = callers.made(
                account,
                Call.post("/v1/sandbox/orders")
                        .json(Map.of(
                                "market",
                                product.market(),
                                "lines",
                                List.of(Map.of("variantId", product.variantId(), "quantity", 1)))));
        ids.at("/v1/partner-clients/{id}", client)
                .at("/v1/webhook-endpoints/{id}", endpoint)
                .at("/v1/webhook-messages/{id}", message)
                .at("/v1/webhook-deliveries/{id}", delivery)
                .at("/v1/sandbox/orders/{id}", order)
                .filter("endpointId", endpoint)
                .filter("messageId", message);
    }
}
