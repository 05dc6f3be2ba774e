package dev.vetrina.live.moderation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EditChatSettings")
record ChatSettingsRequest(
        @Schema(
                description =
                        "OPEN; REVIEWED: viewers' messages wait for a moderator; CLOSED: only the host, moderators and"
                                + " operators write")
        @NotNull
        ChatMode mode,

        @Schema(description = "Seconds between two messages of one viewer; 0: no slow mode", examples = "10")
        @NotNull
        @Min(0)
        @Max(300)
        Integer slowModeSeconds,

        @Schema(
                description = "Words and phrases that viewers must not write. They are found as whole words, in every"
                        + " spelling that reads like them")
        @NotNull
        @Size(max = 500)
        List<@NotBlank @Size(max = 50) String> blockedKeywords,

        @Schema(description = "Whose addresses need no look. Clickable are only those of the team") @NotNull
        LinksFrom linksFrom,

        @Schema(description = "What becomes of a viewer's message with a blocked keyword or an address") @NotNull
        OnMatch onMatch) {}
