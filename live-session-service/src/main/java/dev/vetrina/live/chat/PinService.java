package dev.vetrina.live.chat;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Sessions.Attendance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

@ApplicationScoped
class PinService {

    private final Messages messages;
    private final ChatPins pins;
    private final Sessions sessions;
    private final Clock clock;

    PinService(Messages messages, ChatPins pins, Sessions sessions, Clock clock) {
        this.messages = messages;
        this.pins = pins;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    ChatMessageView pin(UUID sessionId, UUID messageId) {
        Attendance attendance = sessions.attendance(sessionId);
        attendance.requireTeam();
        ChatDoor.requireOnAir(attendance);
        ChatMessage message = messages.lock(sessionId, messageId);
        if (message.state() != MessageState.VISIBLE) {
            throw ProblemException.conflict("message-not-visible", "Only what viewers see can be pinned.")
                    .with("messageState", message.state());
        }
        pins.pin(message.posted(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return ChatMessageView.of(message.posted(), attendance.startedAt());
    }

    @Transactional
    void unpin(UUID sessionId) {
        sessions.attendance(sessionId).requireTeam();
        pins.unpin(sessionId);
    }
}
