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
        @NotBlank @Size(max = 200) @Schema(examples = "On Trend: knitwear")
        String title,

        @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "ISO 3166 codes of the markets it is to be shown in", examples = "[\"GB\"]")
        List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> markets,

        @Schema(
                description = "Required once the session is scheduled; a new one is not in the past",
                examples = "2030-03-01T20:00:00Z")
        @Nullable
        Instant startsAt) {}
