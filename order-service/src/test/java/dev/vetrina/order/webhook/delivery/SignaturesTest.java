package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the verification of Standard Webhooks' own library, as a partner would run it. */
class SignaturesTest {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String BODY = "{\"type\":\"order.paid\",\"data\":{\"title\":\"Crème brûlée\"}}";

    private static Map<String, List<String>> signed(String... secrets) {
        long seconds = Clock.systemUTC().instant().getEpochSecond();
        return Map.of(
                "webhook-id", List.of("msg"),
                "webhook-timestamp", List.of(Long.toString(seconds)),
                "webhook-signature", List.of(Signatures.of(List.of(secrets), "msg", seconds, BODY)));
    }

    @Test
    void whoeverKnowsEitherOfTwoSecretsIsConvinced() {
        Map<String, List<String>> headers = signed(NEW, OLD);

        assertThatCode(() -> new Webhook(NEW).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(OLD).verify(BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void anotherSecretOrAnotherBodyIsNoProof() {
        Map<String, List<String>> headers = signed(NEW);

        assertThatThrownBy(() -> new Webhook(OLD).verify(BODY, headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(NEW).verify(BODY + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }
}
