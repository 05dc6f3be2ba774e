package dev.vetrina.live.moderation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How a session's chat is run. There is no row for a session whose settings nobody has changed. */
@Entity
class ChatSettings {

    @Id
    private UUID sessionId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private ChatMode mode;

    private int slowModeSeconds;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> blockedKeywords;

    @Enumerated(EnumType.STRING)
    private LinksFrom linksFrom;

    @Enumerated(EnumType.STRING)
    private OnMatch onMatch;

    @SuppressWarnings("NullAway.Init")
    protected ChatSettings() {}

    static ChatSettings untouched(UUID sessionId) {
        ChatSettings settings = new ChatSettings();
        settings.sessionId = sessionId;
        settings.mode = ChatMode.OPEN;
        settings.blockedKeywords = List.of();
        settings.linksFrom = LinksFrom.TEAM;
        settings.onMatch = OnMatch.HOLD;
        return settings;
    }

    /** Returns whether viewers see a difference. */
    boolean edit(ChatSettingsRequest request) {
        boolean seen = mode != request.mode() || slowModeSeconds != request.slowModeSeconds();
        mode = request.mode();
        slowModeSeconds = request.slowModeSeconds();
        blockedKeywords = request.blockedKeywords().stream().distinct().toList();
        linksFrom = request.linksFrom();
        onMatch = request.onMatch();
        return seen;
    }

    UUID sessionId() {
        return sessionId;
    }

    long version() {
        return version;
    }

    ChatMode mode() {
        return mode;
    }

    int slowModeSeconds() {
        return slowModeSeconds;
    }

    List<String> blockedKeywords() {
        return blockedKeywords;
    }

    LinksFrom linksFrom() {
        return linksFrom;
    }

    OnMatch onMatch() {
        return onMatch;
    }
}
