package dev.vetrina.live.moderation;

/** Where somebody cannot write. */
enum SanctionScope {
    SESSION,
    /** In every session; operators only. */
    EVERYWHERE
}
