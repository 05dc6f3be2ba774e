package dev.vetrina.live.stream;

/** What the encoder's coming and going means for the show. */
enum Move {
    NONE,
    START,
    PAUSE,
    RESUME
}
