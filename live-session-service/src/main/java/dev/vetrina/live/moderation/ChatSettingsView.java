package dev.vetrina.live.moderation;

import dev.vetrina.kit.http.Versioned;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChatSettings", description = "How the chat of a session is run")
record ChatSettingsView(
        UUID sessionId,

        @Schema(description = "0 until they are changed for the first time")
        long version,

        ChatMode mode,

        @Schema(description = "Seconds between two messages of one viewer; 0: no slow mode")
        int slowModeSeconds,

        List<String> blockedKeywords,
        LinksFrom linksFrom,
        OnMatch onMatch)
        implements Versioned {

    static ChatSettingsView of(ChatSettings settings) {
        return new ChatSettingsView(
                settings.sessionId(),
                settings.version(),
                settings.mode(),
                settings.slowModeSeconds(),
                settings.blockedKeywords(),
                settings.linksFrom(),
                settings.onMatch());
    }
}
