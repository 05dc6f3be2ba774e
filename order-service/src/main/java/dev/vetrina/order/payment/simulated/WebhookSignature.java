package dev.vetrina.order.payment.simulated;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code t=<seconds>,v1=<hexadecimal HMAC-SHA256 over "seconds.body">}, as payment providers sign. */
@ApplicationScoped
class WebhookSignature {

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final SimulatedSettings settings;
    private final Clock clock;

    WebhookSignature(SimulatedSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    String sign(byte[] body) {
        long seconds = clock.instant().getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(seconds, body));
    }

    /** @throws ProblemException 400 {@code webhook-signature-invalid} */
    void require(byte[] body, @Nullable String header) {
        Matcher signature = FORM.matcher(header == null ? "" : header);
        if (!signature.matches()) {
            throw invalid("The signature is missing or has another form.");
        }
        long seconds = Long.parseLong(signature.group(1));
        byte[] signed = HexFormat.of().parseHex(signature.group(2));
        if (!MessageDigest.isEqual(signed, hmac(seconds, body))) {
            throw invalid("The signature is not the one of this body.");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(seconds), clock.instant())
                .abs();
        if (age.compareTo(settings.webhookTolerance()) > 0) {
            throw invalid("The signature is too old.");
        }
    }

    private byte[] hmac(long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.webhookSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.malformed("webhook-signature-invalid", detail);
    }
}
