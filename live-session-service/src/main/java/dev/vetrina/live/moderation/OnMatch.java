package dev.vetrina.live.moderation;

/** What becomes of a viewer's message with a blocked keyword or an address. */
enum OnMatch {
    /** It waits for a moderator. */
    HOLD,
    /** Its author is told to write something else. */
    REFUSE
}
