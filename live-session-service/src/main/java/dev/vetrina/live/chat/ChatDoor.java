package dev.vetrina.live.chat;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.creator.Creators;
import dev.vetrina.live.moderation.ChatMode;
import dev.vetrina.live.moderation.Rooms;
import dev.vetrina.live.session.Part;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Sessions.Attendance;
import dev.vetrina.live.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;

/** Who may write into a chat at all, and under which name. */
@ApplicationScoped
class ChatDoor {

    private final Sessions sessions;
    private final Creators creators;
    private final Rooms rooms;
    private final Pseudonyms pseudonyms;
    private final Caller caller;

    ChatDoor(Sessions sessions, Creators creators, Rooms rooms, Pseudonyms pseudonyms, Caller caller) {
        this.sessions = sessions;
        this.creators = creators;
        this.rooms = rooms;
        this.pseudonyms = pseudonyms;
        this.caller = caller;
    }

    /** The session is read, the rules are in memory. A sanction does not bind whoever helps to run the session. */
    @Transactional
    Author enter(UUID sessionId) {
        sessions.requireViewable(sessionId);
        Attendance attendance = sessions.attendance(sessionId);
        requireOnAir(attendance);
        if (!attendance.part().ofTeam()) {
            if (rooms.room(sessionId).mode() == ChatMode.CLOSED) {
                throw closed("The chat is closed for viewers.");
            }
            rooms.requireMayWrite(sessionId, caller.subject());
        }
        return new Author(
                caller.subject(),
                pseudonyms.authorId(sessionId, caller.subject()),
                name(sessionId, attendance.part()),
                attendance.part());
    }

    static void requireOnAir(Attendance attendance) {
        if (!attendance.status().onAir()) {
            throw closed("A chat is open while its session is live or paused.")
                    .with("sessionStatus", attendance.status());
        }
    }

    private static ProblemException closed(String detail) {
        return ProblemException.conflict("chat-closed", detail);
    }

    /** The host is known by a name that it chose for the public; everybody else by a number. */
    private String name(UUID sessionId, Part part) {
        String numbered = part.name().charAt(0) + part.name().substring(1).toLowerCase(Locale.ROOT) + " "
                + pseudonyms.number(sessionId, caller.subject());
        return part == Part.HOST
                ? creators.displayNameOfCaller()
                        .map(PlainText::clean)
                        .filter(name -> !name.isEmpty())
                        .orElse(numbered)
                : numbered;
    }
}
