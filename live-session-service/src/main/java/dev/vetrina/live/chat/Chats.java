package dev.vetrina.live.chat;

import dev.vetrina.live.moderation.ShownSettings;
import dev.vetrina.live.session.ShownChat;
import dev.vetrina.live.session.ShownChats;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The chat as a session's snapshot has it. */
@ApplicationScoped
class Chats implements ShownChats {

    private final ShownSettings settings;
    private final ChatPins pins;

    Chats(ShownSettings settings, ChatPins pins) {
        this.settings = settings;
        this.pins = pins;
    }

    @Override
    public ShownChat of(UUID sessionId) {
        ShownSettings.Shown shown = settings.of(sessionId);
        return new ShownChat(
                shown.mode().name(),
                shown.slowModeSeconds(),
                pins.pinned(sessionId).orElse(null));
    }
}
