package dev.vetrina.gateway.reaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What live-session-service has taken lately: of whom, and which reactions in which session. Bounded, whoever comes. */
@Singleton
class Precedents {

    private static final int MAX_VIEWERS = 50_000;
    private static final int MAX_REACTIONS = 10_000;
    /** What is counted is stored under it: no other text is taken for a kind, whatever a service reads it as. */
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z_]{0,29}");

    private final ObjectMapper json;
    private final Cache<Viewer, Boolean> viewers;
    private final Cache<Given, Reaction> reactions;

    private record Given(UUID sessionId, String body) {}

    Precedents(ObjectMapper json, ReactionSettings settings) {
        this.json = json;
        this.viewers = LocalCaches.builder()
                .expireAfterWrite(settings.viewerMemory())
                .maximumSize(MAX_VIEWERS)
                .build();
        this.reactions = LocalCaches.builder()
                .expireAfterWrite(settings.reactionMemory())
                .maximumSize(MAX_REACTIONS)
                .build();
    }

    /** What this body stands for; empty if it is the service's to say whether it is taken. */
    Optional<Reaction> of(Viewer viewer, String body) {
        return viewers.getIfPresent(viewer) == null
                ? Optional.empty()
                : Optional.ofNullable(reactions.getIfPresent(new Given(viewer.sessionId(), body)));
    }

    /** The service has just taken it. */
    void remember(Viewer viewer, String body) {
        try {
            Reaction reaction = Reaction.of(json.readTree(body));
            if (!KIND.matcher(reaction.kind()).matches()) {
                return;
            }
            viewers.put(viewer, true);
            reactions.put(new Given(viewer.sessionId(), body), reaction);
        } catch (JsonProcessingException notTaken) {
            // The service takes nothing that is no JSON; whatever answered, there is nothing to count.
        }
    }
}
