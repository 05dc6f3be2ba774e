package dev.vetrina.localstack.bench.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What clients ask a gateway for. The service behind it answers each the same. */
enum Errand {
    /** Of one product, signed in: passed on to the service every time. */
    GET,
    /** Of an order of a kilobyte, signed in. */
    POST,
    /** Of one product by nobody in particular: our gateway may answer it by itself, nginx passes it on. */
    CACHED;

    /** Of the body that is sent, and of the answer. */
    static final int BODY_BYTES = 1024;

    private static final String PRODUCT = "/v1/products/01890a5d-ac96-774b-bcce-b302099a8057";

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * As it goes over the wire.
     *
     * @param token of a customer, which every gateway gets alike
     */
    byte[] request(int port, String token) {
        String request = switch (this) {
            case CACHED -> head("GET " + PRODUCT, port) + "\r\n";
            case GET -> head("GET " + PRODUCT, port) + "Authorization: Bearer " + token + "\r\n\r\n";
            case POST ->
                head("POST /v1/orders", port) + "Authorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\n"
                        + "Idempotency-Key: bench-gateway\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n" + json();
        };
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(String what, int port) {
        return what + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n";
    }

    /** A kilobyte of it. */
    static String json() {
        String begin = "{\"text\":\"";
        String end = "\"}";
        return begin + "x".repeat(BODY_BYTES - begin.length() - end.length()) + end;
    }
}
