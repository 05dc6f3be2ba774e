package dev.vetrina.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Brings events to the system as the simulated provider does, signed with its secret. */
final class WebhookPost implements AutoCloseable {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecretKeySpec SECRET =
            new SecretKeySpec("whsec_simulated".getBytes(StandardCharsets.UTF_8), ALGORITHM);

    private final URI target;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param gateway where the API is */
    WebhookPost(String gateway) {
        this.target = URI.create(gateway + "/v1/payment-webhooks/simulated");
    }

    /** Whether it was taken; whatever else comes, or nothing, asks for it to be sent again. */
    boolean isTaken(String body) {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Simulated-Signature", signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String signature(String body) {
        long seconds = Instant.now().getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(SECRET);
            byte[] hmac = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
