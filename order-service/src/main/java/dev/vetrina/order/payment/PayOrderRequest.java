package dev.vetrina.order.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PayOrderRequest")
record PayOrderRequest(
        @Schema(
                description = "The provider's token for the buyer's card or wallet. The simulated provider knows"
                        + " tok_approved, tok_declined, tok_insufficient_funds, tok_requires_action,"
                        + " tok_timeout_after_capture, tok_refund_fails and, where its webhooks are sent,"
                        + " tok_webhook_twice, tok_webhook_first, tok_webhook_late and tok_webhook_reordered. With Stripe"
                        + " it is a PaymentMethod such as pm_card_visa.",
                examples = "tok_approved")
        @NotNull
        @Pattern(regexp = "^[A-Za-z0-9_-]{1,200}$", message = "must be a token of 1 to 200 letters, digits, _ or -")
        String paymentMethodToken) {}
