package dev.vetrina.order.webhook.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.List;

/** The header {@code webhook-signature}: one for each secret, with spaces between, so that a receiver may know either. */
final class Signatures {

    private Signatures() {}

    static String of(List<String> secrets, String messageId, long timestampSeconds, String body) {
        return String.join(
                " ",
                secrets.stream()
                        .map(secret -> sign(secret, messageId, timestampSeconds, body))
                        .toList());
    }

    private static String sign(String secret, String messageId, long timestampSeconds, String body) {
        try {
            return new Webhook(secret).sign(messageId, timestampSeconds, body);
        } catch (WebhookSigningException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }
}
