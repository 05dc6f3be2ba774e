package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.http.EventStream;
import dev.vetrina.localstack.http.EventStream.Event;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One viewer more, who keeps what it is sent. */
final class Recorder implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final String SNAPSHOT = "snapshot";

    private final long begun = System.currentTimeMillis();
    private final List<RecordedFrame> frames = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private Recorder(EventStream stream) {
        this.thread = Thread.startVirtualThread(() -> record(stream));
    }

    static Recorder begin(RestApi api, String feed) {
        try {
            return new Recorder(api.stream(feed, ""));
        } catch (IOException e) {
            throw new StackFailure("The feed cannot be opened: " + e.getMessage(), e);
        }
    }

    private void record(EventStream stream) {
        try (stream) {
            for (Optional<Event> event = stream.next(); event.isPresent(); event = stream.next()) {
                if (!event.get().name().equals(SNAPSHOT)) {
                    frames.add(new RecordedFrame(
                            System.currentTimeMillis() - begun,
                            event.get().name(),
                            event.get().data()));
                }
            }
        } catch (IOException closed) {
            // As it is in the end.
        }
    }

    List<RecordedFrame> frames() {
        return List.copyOf(frames);
    }

    /** Waits until so many facts have come, but not for ever. */
    void await(long facts, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (facts() < facts && thread.isAlive() && System.nanoTime() < deadline) {
            Pauses.pause(POLL);
        }
    }

    private long facts() {
        return frames.stream().filter(frame -> !frame.isPulse()).count();
    }

    /** Whoever reads a stream has to close it: anybody else would wait until something comes. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
