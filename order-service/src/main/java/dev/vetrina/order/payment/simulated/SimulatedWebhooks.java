package dev.vetrina.order.payment.simulated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.payment.provider.PaymentRequest;
import dev.vetrina.order.payment.provider.ProviderAnswer;
import dev.vetrina.order.payment.provider.ProviderEvent;
import dev.vetrina.order.payment.provider.RefundAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events that the simulated provider sends. They are sent a few times and then forgotten, unlike a real provider's: what
 * is lost is found by the janitor, as it must be with a real one too.
 */
@ApplicationScoped
class SimulatedWebhooks {

    static final String SIGNATURE = "Simulated-Signature";

    private final WebhookSender sender;
    private final WebhookSignature signature;
    private final ObjectMapper json = new ObjectMapper();

    SimulatedWebhooks(WebhookSender sender, WebhookSignature signature) {
        this.sender = sender;
        this.signature = signature;
    }

    void tell(SimulatedCharge charge, ProviderAnswer answer) {
        if (!sender.sends()) {
            return;
        }
        byte[] event = write(SimulatedEvent.of(Ids.next(), charge.paymentId(), answer));
        switch (charge.token()) {
            case WEBHOOK_FIRST -> sender.sendNow(event);
            case WEBHOOK_TWICE -> {
                sender.send(event);
                sender.send(event);
            }
            case WEBHOOK_LATE -> sender.sendLater(event);
            case WEBHOOK_REORDERED -> {
                sender.sendNow(event);
                sender.send(write(SimulatedEvent.of(
                        Ids.next(),
                        charge.paymentId(),
                        new ProviderAnswer.ActionRequired(
                                "/v1/simulated-provider/challenges/" + charge.paymentId(), null))));
            }
            default -> sender.send(event);
        }
    }

    void tell(PaymentRequest payment, UUID refundId, RefundAnswer answer) {
        if (sender.sends()) {
            sender.send(write(SimulatedEvent.of(Ids.next(), payment.paymentId(), refundId, answer)));
        }
    }

    /** @throws ProblemException 400 */
    ProviderEvent read(byte[] body, Function<String, @Nullable String> header) {
        signature.require(body, header.apply(SIGNATURE));
        try {
            return json.readValue(body, SimulatedEvent.class).event();
        } catch (IOException | RuntimeException e) {
            throw ProblemException.malformed("webhook-unreadable", "The event cannot be read.");
        }
    }

    private byte[] write(SimulatedEvent event) {
        try {
            return json.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
