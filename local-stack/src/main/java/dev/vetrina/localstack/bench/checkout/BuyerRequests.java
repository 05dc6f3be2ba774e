package dev.vetrina.localstack.bench.checkout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The requests of one buyer as they go over the wire; everything that can be is made before the sale. */
final class BuyerRequests {

    private static final byte[] PLACE = bytes("POST /v1/orders HTTP/1.1\r\n");
    private static final byte[] PAY = bytes("POST /v1/orders/");
    private static final byte[] PAY_END = bytes("/payments HTTP/1.1\r\n");
    private static final byte[] PAYMENT = bytes("{\"paymentMethodToken\":\"" + OrderBody.PAYMENT_METHOD + "\"}");
    private static final byte[] KEY = bytes("\r\nIdempotency-Key: ");
    private static final byte[] END = bytes("\r\n\r\n");

    private final byte[] headers;
    private final String keyPrefix;
    private int keys;

    /** @param keyPrefix that no other buyer has, in this sale or any other */
    BuyerRequests(String authority, String token, String keyPrefix) {
        this.headers = bytes("""
                Host: %s\r
                Authorization: Bearer %s\r
                Accept: application/json\r
                Content-Type: application/json\r
                Content-Length:\s""".formatted(authority, token));
        this.keyPrefix = keyPrefix + "-";
    }

    void place(ByteBuffer out, byte[] order) {
        out.put(PLACE);
        finish(out, order);
    }

    void pay(ByteBuffer out, String orderId) {
        out.put(PAY).put(bytes(orderId)).put(PAY_END);
        finish(out, PAYMENT);
    }

    /** Each with a key of its own: nobody here presses twice for the same thing. */
    private void finish(ByteBuffer out, byte[] body) {
        out.put(headers).put(bytes(Integer.toString(body.length)));
        out.put(KEY).put(bytes(keyPrefix + keys++)).put(END).put(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
