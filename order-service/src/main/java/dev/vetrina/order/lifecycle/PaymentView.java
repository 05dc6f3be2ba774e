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

        @Schema(description = "What was taken by now; less than `amount` while goods are still to be shipped")
        Money capturedAmount,

        @Schema(description = "What went back") Money refundedAmount,

        @Schema(description = "Why it was declined, as the provider says", examples = "insufficient_funds") @Nullable
        String declineCode,

        @Nullable Action nextAction,

        @Schema(description = "The provider that was asked", examples = "stripe")
        String provider,

        Instant createdAt)
        implements Identified {

    @Schema(
            name = "PaymentNextAction",
            description =
                    "What the buyer has to do: open `url`, or go on with the provider's library and `clientSecret`."
                            + " Then confirm the payment")
    public record Action(
            String type, @Nullable String url, @Nullable String clientSecret) {}

    public static PaymentView of(Payment payment) {
        NextAction action = payment.nextAction();
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                payment.status(),
                payment.terms().amount(),
                payment.captured(),
                payment.refunded(),
                payment.declineCode(),
                action == null ? null : new Action("challenge", action.url(), action.clientSecret()),
                payment.terms().provider(),
                payment.terms().createdAt());
    }
}
