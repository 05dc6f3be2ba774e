package dev.vetrina.live.engagement;

/** What a viewer can feel. In events it is a text, so that one more is no new type. */
public enum ReactionKind {
    HEART,
    CLAP,
    FIRE,
    LAUGH,
    WOW
}
