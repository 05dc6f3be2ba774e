package dev.vetrina.live.session;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ShownChat", description = "The chat as viewers see it now")
public record ShownChat(
        @Schema(
                description = "OPEN, REVIEWED where a moderator looks at every message first, CLOSED",
                examples = "OPEN")
        String mode,

        @Schema(description = "Seconds between two messages of one viewer; 0 while slow mode is off")
        int slowModeSeconds,

        @Nullable PinnedMessage pinnedMessage) {

    @Schema(name = "PinnedMessage", description = "The message that stays on the screen")
    public record PinnedMessage(
            UUID messageId,

            @Schema(description = "Plain text, never markup")
            String text,

            @Schema(description = "What is shown instead of a name")
            String authorName,

            @Schema(description = "As whom it was written") Part role) {}
}
