package dev.vetrina.localstack.bench.room;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happened in a room while it was measured.
 *
 * @param frames that every viewer is due
 * @param millisFromPress how long after the press of the host a fact happened by its own word, by its sequence; only of
 *     facts that somebody pressed for
 * @param answers to what was sent meanwhile, by what it was and by status
 */
public record Recording(
        List<RecordedFrame> frames, Map<Long, Long> millisFromPress, Map<String, Map<Integer, Long>> answers) {

    /** Of frames whose time begins when they are handed in. */
    public static Recording replayed(List<RecordedFrame> frames) {
        Map<Long, Long> none = frames.stream()
                .filter(frame -> !frame.isPulse())
                .map(RecordedFrame::sequence)
                .collect(Collectors.toMap(Function.identity(), sequence -> 0L));
        return new Recording(frames, none, Map.of());
    }

    /** The sequences of all facts. */
    List<Long> facts() {
        return frames.stream()
                .filter(frame -> !frame.isPulse())
                .map(RecordedFrame::sequence)
                .toList();
    }
}
