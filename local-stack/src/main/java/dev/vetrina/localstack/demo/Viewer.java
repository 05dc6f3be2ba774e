package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.EventStream;
import dev.vetrina.localstack.http.EventStream.Event;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.stack.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the feed as a browser does: one connection, and a new one from where the last one ended. */
final class Viewer implements Runnable {

    private static final Duration BEFORE_RECONNECTING = Duration.ofMillis(500);

    private final RestApi api;
    private final UUID session;
    private final Supplier<String> token;
    private final Consumer<UUID> onPin;
    private final ViewerLog log = new ViewerLog();
    private volatile boolean sawTheEnd;

    /**
     * @param token of the customer who watches
     * @param onPin told of every product that is pinned
     */
    Viewer(RestApi api, UUID session, Supplier<String> token, Consumer<UUID> onPin) {
        this.api = api;
        this.session = session;
        this.token = token;
        this.onPin = onPin;
    }

    ViewerLog log() {
        return log;
    }

    boolean watches() {
        return !log.entries().isEmpty();
    }

    boolean sawTheEnd() {
        return sawTheEnd;
    }

    /** Watches until the session has ended, or until it is interrupted. */
    @Override
    public void run() {
        while (!sawTheEnd && !Thread.currentThread().isInterrupted()) {
            try {
                watch();
            } catch (IOException lost) {
                pauseUnlessInterrupted();
            }
        }
    }

    private static void pauseUnlessInterrupted() {
        if (!Thread.currentThread().isInterrupted()) {
            Pauses.pause(BEFORE_RECONNECTING);
        }
    }

    private void watch() throws IOException {
        String ticket = api.require(
                        Call.post("/v1/sessions/" + session + "/feed-tickets").as(token.get()))
                .body()
                .path("ticket")
                .asText();
        String path = "/v1/sessions/" + session + "/feed?market=" + DemoOptions.MARKET + "&ticket=" + ticket;
        try (EventStream stream = api.stream(path, log.lastEventId())) {
            log.connected();
            Optional<Event> event = stream.next();
            while (event.isPresent() && !sawTheEnd) {
                take(event.get());
                event = sawTheEnd ? Optional.empty() : stream.next();
            }
        }
    }

    private void take(Event event) {
        if (event.id().isEmpty()) {
            log.pulse();
            return;
        }
        long sequence = Long.parseLong(event.id());
        switch (event.name()) {
            case "snapshot" -> log.snapshot(sequence);
            case "product-pinned" -> {
                log.fact(new FeedFact(sequence, event.name()));
                onPin.accept(Json.id(Json.read(event.data()).path("data"), "productId"));
            }
            default -> {
                log.fact(new FeedFact(sequence, event.name()));
                sawTheEnd = event.name().equals("session-ended");
            }
        }
    }
}
