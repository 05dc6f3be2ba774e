package dev.vetrina.localstack.bench.room.peer;

import dev.vetrina.localstack.bench.room.RecordedFrame;
import dev.vetrina.localstack.bench.room.Recording;
import dev.vetrina.localstack.stack.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands in the frames of a recording at the distances at which they came. Each says that it happened when it was due, so that
 * one that had to wait for the one before has waited.
 */
record Replay(List<RecordedFrame> frames) {

    Recording play(Duration length, Consumer<RecordedFrame> publish) {
        long begin = System.currentTimeMillis();
        List<RecordedFrame> played = new ArrayList<>();
        for (RecordedFrame frame : frames) {
            if (frame.atMillis() < length.toMillis()) {
                long due = begin + frame.atMillis();
                Pauses.until(due);
                RecordedFrame renewed = frame.happenedAt(due);
                publish.accept(renewed);
                played.add(renewed);
            }
        }
        return Recording.replayed(played);
    }
}
