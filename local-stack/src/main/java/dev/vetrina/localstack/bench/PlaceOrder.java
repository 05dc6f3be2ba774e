package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.demo.DemoOptions;
import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.Port;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Many customers order one unit of the same variant, as they do while it is pinned. */
record PlaceOrder(OneProduct product, SignIn signIn) implements Operation {

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Port service() {
        return Port.ORDER;
    }

    @Override
    public int connections() {
        return 64;
    }

    @Override
    public int expectedStatus() {
        return 201;
    }

    @Override
    public Supplier<byte[]> requests(String authority, int client) {
        String body = Json.write(body());
        String head = """
                POST /v1/orders HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Accept: application/json\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Idempotency-Key:\s""".formatted(authority, token(client), body.length());
        return () -> (head + UUID.randomUUID() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    /** The same for a client that repeats what has no lasting answer yet. */
    Call call() {
        return Call.post("/v1/orders")
                .as(token(1))
                .key(UUID.randomUUID().toString())
                .json(body());
    }

    private String token(int client) {
        return signIn.token("customer-" + client);
    }

    private Map<String, Object> body() {
        return Map.of(
                "market", product.market(),
                "lines", List.of(Map.of("variantId", product.variantId(), "quantity", 1)),
                "shippingAddress", DemoOptions.ADDRESS,
                "expectedTotal", Map.of("amount", product.amount(), "currency", product.currency()));
    }
}
