package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Identified;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Payment",
        description = "An attempt to pay. One that is declined or pending is no error: the hold runs on.")
public record PaymentView(
        UUID id,
        UUID orderId,
        PaymentStatus status,
        Money amount,

        @Schema(description = "Why it was declined, as the provider says", examples = "insufficient_funds") @Nullable
        String declineCode,

        @Nullable NextAction nextAction,
        Instant createdAt)
        implements Identified {

    @Schema(name = "PaymentNextAction", description = "What the buyer has to do; then confirm the payment")
    public record NextAction(String type, String url) {}

    public static PaymentView of(Order order, Payment payment) {
        String url = payment.actionUrl();
        return new PaymentView(
                payment.id(),
                order.id(),
                payment.status(),
                order.total(),
                payment.declineCode(),
                url == null ? null : new NextAction("challenge", url),
                payment.createdAt());
    }
}
