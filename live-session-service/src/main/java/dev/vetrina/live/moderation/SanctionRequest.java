package dev.vetrina.live.moderation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ImposeSanction", description = "Names whom it is about by one of their messages or by their author id")
record SanctionRequest(
        @Schema(description = "A message of whom it is about") @Nullable
        UUID messageId,

        @Schema(description = "Their pseudonym in this session", examples = "q6tYkZ0bS3mJxq1u2wE9aA")
        @Pattern(regexp = "[A-Za-z0-9_-]{22}", message = "must be an author's id")
        @Nullable
        String authorId,

        @NotNull SanctionKind kind,

        @Schema(description = "SESSION by default; EVERYWHERE is for operators") @Nullable
        SanctionScope scope,

        @Schema(
                description = "A mute has one of at most 14 days; a ban without one lasts until it is lifted",
                examples = "600")
        @Min(1)
        @Max(31_536_000)
        @Nullable
        Integer durationSeconds,

        @Schema(description = "For the team, never shown to viewers", examples = "spam") @Size(max = 500) @Nullable
        String reason,

        @Schema(description = "Whether what they wrote in this session is hidden: by default for a ban, not for a mute")
        @Nullable
        Boolean hideMessages) {

    boolean isEverywhere() {
        return scope == SanctionScope.EVERYWHERE;
    }

    boolean hides() {
        return hideMessages == null ? kind == SanctionKind.BAN : hideMessages;
    }
}
