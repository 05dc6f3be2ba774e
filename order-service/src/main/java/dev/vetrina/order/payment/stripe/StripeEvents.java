package dev.vetrina.order.payment.stripe;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.net.Webhook;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.ProviderEvent.Content;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what Stripe sends by itself. */
record StripeEvents(StripeSettings settings, StripeAnswers answers, Clock clock) {

    /** @throws ProblemException 400 */
    ProviderEvent read(byte[] body, @Nullable String signature) {
        String secret = settings.webhookSecret()
                .orElseThrow(() -> invalid("This installation believes no event: it has no webhook secret."));
        if (signature == null) {
            throw invalid("The header Stripe-Signature is missing.");
        }
        try {
            Event event = Webhook.constructEvent(
                    new String(body, StandardCharsets.UTF_8),
                    signature,
                    secret,
                    settings.webhookTolerance().toSeconds(),
                    clock);
            return new ProviderEvent(event.getId(), content(event));
        } catch (SignatureVerificationException e) {
            throw invalid("The signature is not the one of this body, or too old.");
        } catch (EventDataObjectDeserializationException | RuntimeException e) {
            throw ProblemException.malformed("webhook-unreadable", "The event cannot be read.");
        }
    }

    private Content content(Event event) throws EventDataObjectDeserializationException {
        if (!event.getType().startsWith("payment_intent.") && !event.getType().startsWith("refund.")) {
            return new ProviderEvent.NotOurs();
        }
        // An account may send events of another API version; what is read of them is the same in all.
        StripeObject object = event.getDataObjectDeserializer().deserializeUnsafe();
        return switch (object) {
            case PaymentIntent intent ->
                id(intent.getMetadata(), StripeMetadata.PAYMENT)
                        .<Content>map(paymentId -> new ProviderEvent.PaymentTold(paymentId, answers.of(intent)))
                        .orElse(new ProviderEvent.NotOurs());
            case Refund refund -> told(refund);
            default -> new ProviderEvent.NotOurs();
        };
    }

    private Content told(Refund refund) {
        Optional<UUID> paymentId = id(refund.getMetadata(), StripeMetadata.PAYMENT);
        Optional<UUID> refundId = id(refund.getMetadata(), StripeMetadata.REFUND);
        return paymentId.isPresent() && refundId.isPresent()
                ? new ProviderEvent.RefundTold(paymentId.get(), refundId.get(), StripeAnswers.of(refund))
                : new ProviderEvent.NotOurs();
    }

    private Optional<UUID> id(@Nullable Map<String, String> metadata, String name) {
        return StripeMetadata.id(metadata, name, settings.installation());
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.malformed("webhook-signature-invalid", detail);
    }
}
