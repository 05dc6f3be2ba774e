package dev.vetrina.live.chat;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.chat.ChatMessageRepository.Place;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Sessions.Attendance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading a chat, and what moderators and authors do with single messages. */
@ApplicationScoped
class MessageService {

    private final ChatMessageRepository stored;
    private final Messages messages;
    private final ChatPins pins;
    private final PostKeys keys;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    MessageService(
            ChatMessageRepository stored,
            Messages messages,
            ChatPins pins,
            PostKeys keys,
            Sessions sessions,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.stored = stored;
        this.messages = messages;
        this.pins = pins;
        this.keys = keys;
        this.sessions = sessions;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<ChatMessageView> list(
            UUID sessionId, MessageState state, boolean newestFirst, long fromMillis, PageParams page) {
        Attendance attendance = sessions.attendance(sessionId);
        if (state == MessageState.VISIBLE && !attendance.part().ofTeam()) {
            sessions.requireViewable(sessionId);
        } else if (state != MessageState.VISIBLE) {
            attendance.requireTeam();
        }
        Instant startedAt = attendance.startedAt();
        // What was written before the start, if the clocks of instances differ a little, is at offset 0.
        Instant from = startedAt == null || fromMillis == 0 ? Instant.EPOCH : startedAt.plusMillis(fromMillis);
        Optional<Place> after =
                page.after().map(id -> stored.place(sessionId, id).orElseThrow(MessageService::noCursor));
        List<ChatMessage> rows = newestFirst
                ? stored.newestFirst(sessionId, state, after, from, page.rows())
                : stored.oldestFirst(sessionId, state, after, from, page.rows());
        return Page.byId(rows, page, ChatMessage::id, message -> ChatMessageView.of(message.posted(), startedAt));
    }

    @Transactional
    ChatMessageView approve(UUID sessionId, UUID id) {
        Attendance attendance = sessions.attendance(sessionId);
        attendance.requireTeam();
        ChatMessage message = messages.lock(sessionId, id);
        message.approve(caller.subject(), now()).ifPresent(outbox::publish);
        return ChatMessageView.of(message.posted(), attendance.startedAt());
    }

    @Transactional
    ChatMessageView hide(UUID sessionId, UUID id) {
        Attendance attendance = sessions.attendance(sessionId);
        attendance.requireTeam();
        ChatMessage message = messages.lock(sessionId, id);
        message.speaker().requireBelow(attendance.part());
        message.hide(caller.subject(), now()).ifPresent(outbox::publish);
        pins.drop(sessionId, List.of(id));
        return ChatMessageView.of(message.posted(), attendance.startedAt());
    }

    @Transactional
    void erase(UUID sessionId, UUID id) {
        ChatMessage message = messages.lock(sessionId, id);
        if (!caller.is(Roles.OPERATOR) && !message.speaker().customerId().equals(caller.subject())) {
            // Of a session that is hidden from the caller, what was written is hidden too: 404.
            sessions.attendance(sessionId);
            throw ProblemException.forbidden("Only its author erases a message; moderators hide it.");
        }
        keys.forgetText(message.speaker().customerId(), id);
        message.erase(now()).ifPresent(outbox::publish);
        pins.drop(sessionId, List.of(id));
    }

    private static ProblemException noCursor() {
        return ProblemException.malformed(
                "invalid-cursor", "The cursor is of another list.", new Violation("cursor", "must be a nextCursor"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
