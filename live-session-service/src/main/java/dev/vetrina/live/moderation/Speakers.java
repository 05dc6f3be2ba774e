package dev.vetrina.live.moderation;

import java.util.Optional;
import java.util.UUID;

/** Who wrote what. Answered by the chat, which needs the rules of its rooms and so cannot be needed by them. */
public interface Speakers {

    Optional<Speaker> ofMessage(UUID sessionId, UUID messageId);

    Optional<Speaker> ofAuthor(UUID sessionId, String authorId);

    /** Hides everything that they wrote in the session so far, in the current transaction. */
    void hideAll(UUID sessionId, Speaker speaker);
}
