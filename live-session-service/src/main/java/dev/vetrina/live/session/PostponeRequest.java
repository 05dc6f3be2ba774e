package dev.vetrina.live.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PostponeSession")
record PostponeRequest(
        @NotNull @Schema(description = "Later than the start announced", examples = "2030-03-01T21:00:00Z")
        Instant startsAt,

        @NotBlank @Size(max = 500) @Schema(description = "Shown to viewers", examples = "The train is late")
        String reason) {}
