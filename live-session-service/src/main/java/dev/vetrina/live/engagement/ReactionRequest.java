package dev.vetrina.live.engagement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Reaction")
record ReactionRequest(
        @NotNull ReactionKind kind,

        @Min(1) @Max(20) @Schema(description = "How many at once; 1 if absent", defaultValue = "1") @Nullable
        Integer count,

        @Pattern(regexp = "[A-Z]{2}")
        @Schema(
                description = "The market in which the viewer watches; without it, the session's alone",
                examples = "GB")
        @Nullable
        String market) {

    int times() {
        return count == null ? 1 : count;
    }
}
