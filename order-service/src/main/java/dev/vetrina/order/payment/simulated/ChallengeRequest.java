package dev.vetrina.order.payment.simulated;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SimulatedChallengeRequest")
record ChallengeRequest(@NotNull Outcome outcome) {

    @Schema(name = "SimulatedChallengeOutcome")
    enum Outcome {
        PASSED,
        FAILED
    }
}
