package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.room.Contender.Venue;
import dev.vetrina.localstack.bench.room.viewer.FeedProtocol;
import dev.vetrina.localstack.demo.Catalogue;
import dev.vetrina.localstack.demo.LiveShow;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.StackFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Our own: the gateway, and live-session-service behind it. The show goes on from round to round. */
final class OwnRoom implements Contender, Venue {

    static final String NAME = "vetrina";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_FACT_LIMIT = Duration.ofSeconds(15);
    private static final long PIN_EVERY_MILLIS = 1_000;

    private final BenchmarkRun run;
    private final RestApi api;
    private final SignIn signIn;
    private final LiveShow show;
    private List<String> tokens = List.of();
    private int pins;

    OwnRoom(BenchmarkRun run) {
        this.run = run;
        this.api = new RestApi(URI.create(run.ports().url(Port.GATEWAY)), PATIENCE);
        this.signIn = SignIn.at(run.issuer());
        this.show = LiveShow.begun(api, signIn, Catalogue.samples().getLast());
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Signs everybody in first, so that this takes no part in what is measured; their tokens live for five minutes. */
    @Override
    public Venue open() {
        tokens = IntStream.rangeClosed(1, Bustle.CUSTOMERS)
                .mapToObj(number -> signIn.token("customer-" + number))
                .toList();
        return this;
    }

    @Override
    public FeedAddress feed() {
        return new FeedAddress(FeedProtocol.EVENT_STREAM, run.ports().of(Port.GATEWAY), show.feed());
    }

    ProcessHandle gateway() {
        return servers().getFirst();
    }

    /** The gateway first; where a service runs more than once, the later ones have a number behind its name. */
    @Override
    public List<ProcessHandle> servers() {
        ProcessHandle gateway = run.processes().get("gateway");
        if (gateway == null) {
            throw new StackFailure("The gateway has ended: look at its log.");
        }
        Stream<ProcessHandle> others = run.processes().entrySet().stream()
                .filter(process -> process.getKey().matches("live(-[0-9]+)?"))
                .map(Map.Entry::getValue);
        return Stream.concat(Stream.of(gateway), others).toList();
    }

    @Override
    public Recording play(Duration length) {
        Bustle bustle = new Bustle(run.ports().of(Port.GATEWAY), show.session(), tokens);
        try (Recorder recorder = Recorder.begin(api, show.feed());
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Map<Integer, Long>> chat = threads.submit(() -> bustle.chat(length));
            Future<Map<Integer, Long>> reactions = threads.submit(() -> bustle.react(length));
            Presses presses = pin(length);
            Map<String, Map<Integer, Long>> answers = Map.of("chat messages", chat.get(), "reactions", reactions.get());
            recorder.await(presses.count(), LAST_FACT_LIMIT);
            List<RecordedFrame> frames = recorder.frames();
            return new Recording(frames, presses.millisUntil(frames), answers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new StackFailure("The load of the room failed: " + e.getCause(), e);
        }
    }

    private Presses pin(Duration length) {
        Presses presses = new Presses();
        long begin = System.currentTimeMillis();
        for (long due = begin; due < begin + length.toMillis(); due += PIN_EVERY_MILLIS) {
            Pauses.until(due);
            UUID product = show.products().get(pins++ % show.products().size());
            presses.add(product, due);
            show.pin(product);
        }
        return presses;
    }

    /** After a round nothing is closed but by {@link #end}. */
    @Override
    public void close() {}

    void end() {
        show.close();
    }
}
