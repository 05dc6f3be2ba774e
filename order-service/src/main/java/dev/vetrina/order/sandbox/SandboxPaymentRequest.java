package dev.vetrina.order.sandbox;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SandboxPaymentRequest")
record SandboxPaymentRequest(
        @Schema(description = "What becomes of it. CHALLENGE waits, as for 3-D Secure, until it is answered") @NotNull
        Outcome outcome) {

    enum Outcome {
        APPROVE("tok_approved"),
        DECLINE("tok_declined"),
        INSUFFICIENT_FUNDS("tok_insufficient_funds"),
        CHALLENGE("tok_requires_action");

        private final String token;

        Outcome(String token) {
            this.token = token;
        }

        /** As the simulated provider knows it. */
        String token() {
            return token;
        }
    }
}
