package dev.vetrina.live.creator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RegisterCreator")
record RegisterCreatorRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Anna cooks")
        String displayName,

        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,29}")
        @Schema(
                description = "3 to 30 lower-case letters, digits, dots, dashes and underscores",
                examples = "anna.cooks")
        String handle,

        @Size(min = 1, max = 200)
        @Schema(
                description =
                        "Only for operators: the login that is to act for the creator. Without it only operators can.")
        @Nullable
        String subject) {}
