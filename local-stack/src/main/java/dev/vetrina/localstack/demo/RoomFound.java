package dev.vetrina.localstack.demo;

import java.util.List;

/**
 * What viewers did in the room besides buying, and what became of it.
 *
 * @param written messages that were taken
 * @param read what stands in the chat afterwards
 * @param reactionsTaken that were answered as taken
 * @param reactionsUnsure that had no answer, or one that says nothing of them
 * @param reactionsCounted by the session's statistics
 */
record RoomFound(
        List<String> written,
        List<String> read,
        long reactionsTaken,
        long reactionsUnsure,
        long reactionsCounted,
        DrawFound draw) {}
