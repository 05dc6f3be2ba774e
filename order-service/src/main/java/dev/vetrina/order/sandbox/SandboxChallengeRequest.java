package dev.vetrina.order.sandbox;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SandboxChallengeRequest")
record SandboxChallengeRequest(
        @Schema(description = "What the buyer does on the bank's page") @NotNull
        Outcome outcome) {

    enum Outcome {
        PASSED,
        FAILED
    }
}
