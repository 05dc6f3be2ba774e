package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatState;
import java.util.Map;
import java.util.Set;

/** The state of a message and what may follow it. */
enum MessageState {
    /** Shown to everybody. */
    VISIBLE,
    /** Waits for a moderator. */
    HELD,
    /** Taken off the screens by a moderator, or never let on them. */
    HIDDEN,
    /** Gone for good. */
    ERASED;

    private static final Map<MessageState, Set<MessageState>> NEXT = Map.of(
            VISIBLE, Set.of(HIDDEN, ERASED),
            HELD, Set.of(VISIBLE, HIDDEN, ERASED),
            HIDDEN, Set.of(VISIBLE, ERASED),
            ERASED, Set.of());

    boolean canBecome(MessageState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    ChatState told() {
        return ChatState.valueOf(name());
    }
}
