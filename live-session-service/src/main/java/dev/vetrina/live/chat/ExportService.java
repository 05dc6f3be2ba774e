package dev.vetrina.live.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Sessions.Attendance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole chat, read and written some messages at a time. */
@ApplicationScoped
class ExportService {

    private static final int AT_ONCE = 1_000;

    private final ChatMessageRepository messages;
    private final Sessions sessions;
    private final ObjectWriter json;

    ExportService(ChatMessageRepository messages, Sessions sessions, ObjectMapper json) {
        this.messages = messages;
        this.sessions = sessions;
        this.json = json.writer();
    }

    Attendance requireHost(UUID sessionId) {
        Attendance attendance = sessions.attendance(sessionId);
        attendance.requireHost();
        return attendance;
    }

    void write(UUID sessionId, @Nullable Instant startedAt, OutputStream out) throws IOException {
        UUID last = null;
        List<ChatMessageView> page;
        do {
            page = page(sessionId, last, startedAt);
            for (ChatMessageView message : page) {
                out.write(json.writeValueAsBytes(message));
                out.write('\n');
                last = message.id();
            }
        } while (page.size() == AT_ONCE);
    }

    /** In a transaction of its own: none is open for as long as a slow reader takes. */
    private List<ChatMessageView> page(UUID sessionId, @Nullable UUID after, @Nullable Instant startedAt) {
        return QuarkusTransaction.requiringNew()
                .call(() -> messages.kept(sessionId, after, AT_ONCE).stream()
                        .map(message -> ChatMessageView.of(message.posted(), startedAt))
                        .toList());
    }
}
