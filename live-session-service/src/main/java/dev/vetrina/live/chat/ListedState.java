package dev.vetrina.live.chat;

/** The states of messages that can be listed: of an erased one there is nothing to show. */
enum ListedState {
    VISIBLE,
    HELD,
    HIDDEN
}
