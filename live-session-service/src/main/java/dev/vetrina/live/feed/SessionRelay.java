package dev.vetrina.live.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.vetrina.live.timeline.Fact;
import dev.vetrina.live.timeline.Timeline;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Passes the facts of one session to the streams of this instance, each once and in order. A fact that arrives too early
 * makes it read those in between from the timeline, where they are: they were committed before.
 */
final class SessionRelay {

    private static final int READ_AT_ONCE = 500;

    private final UUID sessionId;
    private final Timeline timeline;
    private final ChannelFacts facts;
    private final Map<String, List<FeedStream>> streamsByMarket = new HashMap<>();
    private long last;
    private final Pulse pulse = new Pulse();

    /** @param last the latest fact recorded: whatever comes later is passed on */
    SessionRelay(UUID sessionId, long last, Timeline timeline, ChannelFacts facts) {
        this.sessionId = sessionId;
        this.last = last;
        this.timeline = timeline;
        this.facts = facts;
    }

    /**
     * Adds a stream and tells it from where on it gets every fact.
     *
     * @param after the last fact that the reader knows; what it missed since follows, unless it is more than the limit
     */
    synchronized void join(FeedStream stream, OptionalLong after, int replayLimit) {
        long from = last;
        if (after.isPresent() && after.getAsLong() < last && last - after.getAsLong() <= replayLimit) {
            from = after.getAsLong();
        }
        stream.send(hello(stream.market(), from));
        for (Fact missed : timeline.between(sessionId, from, last, replayLimit)) {
            stream.send(facts.frame(missed, stream.market()));
        }
        if (!pulse.isEmpty()) {
            stream.sendIfIdle(pulse.figures());
        }
        streamsByMarket
                .computeIfAbsent(stream.market(), market -> new ArrayList<>())
                .add(stream);
    }

    synchronized void leave(FeedStream stream) {
        List<FeedStream> streams = streamsByMarket.getOrDefault(stream.market(), List.of());
        if (streams.remove(stream) && streams.isEmpty()) {
            streamsByMarket.remove(stream.market());
        }
    }

    synchronized boolean isEmpty() {
        return streamsByMarket.isEmpty();
    }

    synchronized void accept(Fact fact) {
        if (fact.sequence() > last + 1) {
            catchUp(fact.sequence() - 1);
        }
        if (fact.sequence() == last + 1) {
            pass(fact);
        }
    }

    /** Passes on what the timeline has up to this fact and the streams have not. */
    synchronized void catchUp(long upTo) {
        while (last < upTo) {
            List<Fact> missed = timeline.between(sessionId, last, upTo, READ_AT_ONCE);
            if (missed.isEmpty()) {
                throw new IllegalStateException("the timeline of " + sessionId + " has a gap after " + last);
            }
            missed.forEach(this::pass);
        }
    }

    /** Figures to be told with the next pulse. */
    synchronized void gauges(Map<String, JsonNode> now) {
        pulse.gauges(now);
    }

    /** Nothing is sent if there is nothing new. */
    synchronized void pulse(Map<String, ArrayNode> happenings) {
        if (pulse.changed() || !happenings.isEmpty()) {
            Buffer frame = pulse.frame(happenings);
            streamsByMarket.values().forEach(streams -> streams.forEach(stream -> stream.sendIfIdle(frame)));
        }
    }

    synchronized void beat() {
        streamsByMarket.values().forEach(streams -> streams.forEach(FeedStream::beat));
    }

    synchronized void end() {
        streamsByMarket.values().forEach(streams -> streams.forEach(FeedStream::end));
    }

    /** Serialised once for each channel. */
    private void pass(Fact fact) {
        streamsByMarket.forEach((market, streams) -> {
            Buffer frame = facts.frame(fact, market);
            streams.forEach(stream -> stream.send(frame));
        });
        last = fact.sequence();
    }

    private Buffer hello(String market, long sequence) {
        return Buffer.buffer("event: hello\ndata: {\"channel\":\"" + FeedOpening.channel(sessionId, market)
                + "\",\"sequence\":" + sequence + "}\n\n");
    }
}
