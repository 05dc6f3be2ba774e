package dev.vetrina.localstack.demo;

import java.util.List;
import java.util.Optional;

/**
 * What viewers did in the room besides buying, and what became of it.
 *
 * @param written messages that were taken
 * @param read what stands in the chat afterwards
 * @param reactionsTaken that were answered as taken
 * @param reactionsUnsure that had no answer, or one that says nothing of them
 * @param reactionsCounted by the session's statistics
 * @param entered the nonces of entries that were taken
 * @param draw of the giveaway, if there was one
 */
record RoomFound(
        List<String> written,
        List<String> read,
        long reactionsTaken,
        long reactionsUnsure,
        long reactionsCounted,
        List<String> entered,
        Optional<DrawFound> draw) {

    /** Of a show in which people only buy. */
    static RoomFound quiet() {
        return new RoomFound(List.of(), List.of(), 0, 0, 0, List.of(), Optional.empty());
    }
}
