package dev.vetrina.live.moderation;

/** How somebody is kept from writing. */
enum SanctionKind {
    /** For a time. What was written before stays. */
    MUTE,
    /** Until it is lifted, or for a time. What was written before is hidden. */
    BAN
}
