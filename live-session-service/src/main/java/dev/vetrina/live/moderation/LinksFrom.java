package dev.vetrina.live.moderation;

/** Whose addresses need no look. Clickable are only those of the team, whatever holds here. */
enum LinksFrom {
    /** The host, moderators and operators. */
    TEAM,
    EVERYBODY
}
