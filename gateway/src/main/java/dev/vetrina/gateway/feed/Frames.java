package dev.vetrina.gateway.feed;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Server-Sent Events. */
final class Frames {

    static final Frame HEARTBEAT = Frame.of(": beat\n\n");

    private static final List<Frame> RETRIES = IntStream.range(0, 40)
            .mapToObj(number -> Frame.of("retry: " + (1_000 + 50 * number) + "\n\n"))
            .toList();

    private Frames() {}

    /** @param json one line */
    static Frame event(long id, String name, String json) {
        return Frame.of("id: " + id + "\nevent: " + name + "\ndata: " + json + "\n\n");
    }

    /** Without an id: it does not move the place from which a viewer resumes. */
    static Frame pulse(String json) {
        return Frame.of("event: pulse\ndata: " + json + "\n\n");
    }

    /** How long a browser waits before it comes back: not all alike, or those who lose their gateway come in one instant. */
    static Frame anyRetry() {
        return RETRIES.get(ThreadLocalRandom.current().nextInt(RETRIES.size()));
    }
}
