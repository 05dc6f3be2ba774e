package dev.vetrina.live.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What viewers are told of a chat's settings: read from the database, so never older than the fact that told of them. */
@ApplicationScoped
public class ShownSettings {

    private final ChatSettingsRepository settings;

    ShownSettings(ChatSettingsRepository settings) {
        this.settings = settings;
    }

    public record Shown(ChatMode mode, int slowModeSeconds) {}

    @Transactional
    public Shown of(UUID sessionId) {
        ChatSettings room = settings.of(sessionId);
        return new Shown(room.mode(), room.slowModeSeconds());
    }
}
