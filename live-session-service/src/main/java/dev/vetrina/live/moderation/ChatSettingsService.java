package dev.vetrina.live.moderation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.text.Keywords;
import dev.vetrina.live.timeline.FactKind;
import dev.vetrina.live.timeline.FactLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ChatSettingsService {

    private final ChatSettingsRepository settings;
    private final RulesLog rules;
    private final Sessions sessions;
    private final FactLog facts;
    private final ObjectMapper json;

    ChatSettingsService(
            ChatSettingsRepository settings, RulesLog rules, Sessions sessions, FactLog facts, ObjectMapper json) {
        this.settings = settings;
        this.rules = rules;
        this.sessions = sessions;
        this.facts = facts;
        this.json = json;
    }

    @Transactional
    ChatSettingsView get(UUID sessionId) {
        sessions.attendance(sessionId).requireTeam();
        return ChatSettingsView.of(settings.of(sessionId));
    }

    @Transactional
    ChatSettingsView edit(UUID sessionId, @Nullable String ifMatch, ChatSettingsRequest request) {
        sessions.attendance(sessionId).requireTeam();
        requireReadable(request.blockedKeywords());
        ChatSettings room = settings.lock(sessionId);
        Preconditions.requireMatch(ifMatch, room.version());
        boolean seen = room.edit(request);
        settings.flush();
        rules.changed(sessionId);
        if (seen) {
            facts.record(
                    sessionId,
                    FactKind.CHAT_SETTINGS_CHANGED,
                    json.valueToTree(Map.of("mode", room.mode(), "slowModeSeconds", room.slowModeSeconds())));
        }
        return ChatSettingsView.of(room);
    }

    private static void requireReadable(List<String> keywords) {
        List<Violation> violations = IntStream.range(0, keywords.size())
                .filter(i -> !Keywords.isReadable(keywords.get(i)))
                .mapToObj(i -> new Violation("blockedKeywords[" + i + "]", "must contain a letter or a digit"))
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }
}
