package dev.vetrina.order.payment;

import dev.vetrina.testkit.Api;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the simulated provider tells by itself. */
final class SimulatedEvents {

    private SimulatedEvents() {}

    static String event(String type, String paymentId, long amount) {
        return """
                {"id": "evt_%s", "type": "%s", "paymentId": "%s", "text": "card_declined", "amount": %d, "until": 1800000000}
                """.formatted(UUID.randomUUID(), type, paymentId, amount);
    }

    static Response send(String body, Instant at) {
        return send(body, sign(body, "whsec_simulated", at));
    }

    static Response send(String body, String signature) {
        return Api.anonymous()
                .header("Simulated-Signature", signature)
                .body(body)
                .post("/v1/payment-webhooks/simulated");
    }

    static String sign(String body, String secret, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
