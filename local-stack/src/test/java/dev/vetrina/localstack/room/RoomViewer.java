package dev.vetrina.localstack.room;

import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.EventStream;
import dev.vetrina.localstack.http.EventStream.Event;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.stack.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Records a feed as a browser would read it: with a ticket for each connection, from the last fact on, and at the other gateway
 * whenever a connection is lost or refused. Now and then it changes by itself, so that it comes back also to those who live.
 */
final class RoomViewer implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<RestApi> gateways;
    private final UUID session;
    private final String market;
    private final Supplier<String> token;
    private final Random random;
    private final int factsOfAStay;
    private final FactRecord record = new FactRecord();
    private final Set<Integer> seenAt = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean sawTheEnd;

    /** @param token of the customer who watches */
    RoomViewer(
            List<RestApi> gateways,
            UUID session,
            String market,
            Supplier<String> token,
            Random random,
            int factsOfAStay) {
        this.gateways = List.copyOf(gateways);
        this.session = session;
        this.market = market;
        this.token = token;
        this.random = random;
        this.factsOfAStay = factsOfAStay;
    }

    FactRecord record() {
        return record;
    }

    int connections() {
        return connections.get();
    }

    /** The gateways that have told it something. */
    Set<Integer> seenAt() {
        return new HashSet<>(seenAt);
    }

    boolean sawTheEnd() {
        return sawTheEnd;
    }

    @Override
    public void run() {
        int gateway = random.nextInt(gateways.size());
        while (!sawTheEnd && !Thread.currentThread().isInterrupted()) {
            try {
                watch(gateway);
            } catch (IOException lost) {
                Pauses.pauseUnlessInterrupted(PAUSE);
            }
            gateway = (gateway + 1) % gateways.size();
        }
    }

    private void watch(int gateway) throws IOException {
        RestApi api = gateways.get(gateway);
        Answer answer =
                api.once(Call.post("/v1/sessions/" + session + "/feed-tickets").as(token.get()));
        if (!answer.succeeded()) {
            throw new IOException("no ticket: " + answer.summary());
        }
        String ticket = answer.body().path("ticket").asText();
        String path = "/v1/sessions/" + session + "/feed?market=" + market + "&ticket=" + ticket;
        try (EventStream stream = api.stream(path, record.lastEventId())) {
            connections.incrementAndGet();
            stay(gateway, stream, record.size() + 1 + random.nextInt(factsOfAStay));
        }
    }

    /** Until there are so many entries, or the connection is lost. */
    private void stay(int gateway, EventStream stream, int until) throws IOException {
        while (record.size() < until && !sawTheEnd) {
            Optional<Event> event = stream.next();
            if (event.isEmpty()) {
                throw new IOException("the gateway ended the feed");
            }
            record.add(event.get());
            seenAt.add(gateway);
            sawTheEnd = event.get().name().equals("session-ended");
        }
    }
}
