package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.room.viewer.ViewerReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** All viewers, in as many processes as it takes. */
final class Audience implements AutoCloseable {

    /** Well below the number of file descriptors that a process may have. */
    private static final int VIEWERS_OF_A_PROCESS = 4_000;

    /** Also of few viewers, so that no single thread reads everything. */
    private static final int LEAST_PROCESSES = 2;

    private static final Duration JOIN_LIMIT = Duration.ofSeconds(90);
    /** A process that has many frames to read comes to its orders late. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final List<ViewerProcess> processes = new ArrayList<>();

    private Audience() {}

    /** @param most who will ever be there at once */
    static Audience of(int most) {
        Audience audience = new Audience();
        int count = Math.max(LEAST_PROCESSES, Math.ceilDiv(most, VIEWERS_OF_A_PROCESS));
        try {
            for (int number = 0; number < count; number++) {
                audience.processes.add(ViewerProcess.start(source(number)));
            }
            return audience;
        } catch (RuntimeException e) {
            audience.close();
            throw e;
        }
    }

    /**
     * Every process comes from an address of its own where the system has more than one on its loopback interface: the
     * connections of the last round still occupy their ports for a while.
     */
    private static Optional<String> source(int number) {
        String address = "127.0.0." + (number + 2);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.isBound() ? Optional.of(address) : Optional.empty();
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }

    /** Returns how many were let in. */
    int join(FeedAddress feed, int viewers) {
        return ask(
                        number -> "join " + feed.protocol() + " " + feed.port() + " " + feed.path() + " "
                                + share(viewers, number),
                        JOIN_LIMIT)
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private int share(int viewers, int number) {
        return viewers / processes.size() + (number < viewers % processes.size() ? 1 : 0);
    }

    /** From here on it is noted what they are told. */
    void begin() {
        ask(number -> "begin", ANSWER_LIMIT);
    }

    /** How much they have been told since {@link #begin}, all together. */
    record Told(long facts, long pulses) {}

    Told told() {
        List<String[]> answers = ask(number -> "told", ANSWER_LIMIT).stream()
                .map(answer -> answer.split(" ", -1))
                .toList();
        return new Told(
                answers.stream().mapToLong(answer -> Long.parseLong(answer[0])).sum(),
                answers.stream().mapToLong(answer -> Long.parseLong(answer[1])).sum());
    }

    List<ViewerReport> report() {
        return ask(number -> "report", ANSWER_LIMIT).stream()
                .map(ViewerReport::parse)
                .toList();
    }

    void leave() {
        ask(number -> "leave", ANSWER_LIMIT);
    }

    /** All at once, by the number of the process from 0. */
    private List<String> ask(IntFunction<String> order, Duration limit) {
        for (int number = 0; number < processes.size(); number++) {
            processes.get(number).order(order.apply(number));
        }
        return processes.stream().map(process -> process.answer(limit)).toList();
    }

    @Override
    public void close() {
        processes.forEach(ViewerProcess::close);
    }
}
