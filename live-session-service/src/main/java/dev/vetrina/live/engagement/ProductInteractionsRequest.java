package dev.vetrina.live.engagement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ProductInteractions")
record ProductInteractionsRequest(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Interaction> interactions,

        @Pattern(regexp = "[A-Z]{2}")
        @Schema(
                description = "The market in which the viewer watches; without it, the session's alone",
                examples = "GB")
        @Nullable
        String market) {

    @Schema(name = "ProductInteraction")
    record Interaction(@NotNull UUID productId, @NotNull InteractionType type) {}
}
