package dev.vetrina.live.moderation;

/** Who may write into a chat. */
public enum ChatMode {
    OPEN,
    /** Viewers' messages are shown once a moderator has approved them. */
    REVIEWED,
    /** Only the host, moderators and operators. */
    CLOSED
}
