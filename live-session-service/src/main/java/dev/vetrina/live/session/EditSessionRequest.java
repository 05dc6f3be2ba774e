package dev.vetrina.live.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "EditSession")
record EditSessionRequest(
        @NotBlank @Size(max = 200) String title,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> markets,

        @Schema(description = "Required once the session is scheduled") @Nullable
        Instant startsAt) {}
