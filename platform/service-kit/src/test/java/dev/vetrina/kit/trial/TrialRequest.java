package dev.vetrina.kit.trial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record TrialRequest(
        @NotBlank @Size(max = 80) String name,
        @NotNull @Size(max = 3) List<@Valid @NotNull Line> lines,
        @Nullable Instant dueAt,
        @Nullable Colour colour) {

    record Line(@NotNull UUID variantId, @Min(1) @Max(10) int quantity) {}

    enum Colour {
        RED,
        GREEN
    }
}
