package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.stack.Port;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;

/** Everybody reads the same product, signed in or not. */
record ReadProduct(UUID product) implements Operation {

    @Override
    public String name() {
        return "read";
    }

    @Override
    public Port service() {
        return Port.CATALOG;
    }

    @Override
    public int connections() {
        return 16;
    }

    @Override
    public int expectedStatus() {
        return 200;
    }

    @Override
    public Supplier<byte[]> requests(String authority, int client) {
        byte[] request = """
                GET /v1/products/%s HTTP/1.1\r
                Host: %s\r
                Accept: application/json\r
                \r
                """.formatted(product, authority).getBytes(StandardCharsets.US_ASCII);
        return () -> request;
    }
}
