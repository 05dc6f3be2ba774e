package dev.vetrina.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The openings of one channel. When thousands come in the same second, or come back after a break with the same last
 * fact, they share one answer; only who has a ticket is asked for alone.
 */
final class Openings {

    private final Vertx vertx;
    private final LiveService live;
    private final ChannelKey channel;
    private final Duration reuse;
    private final Map<Optional<Long>, Future<Opening>> recent = new HashMap<>();
    private boolean openToAll;

    Openings(Vertx vertx, LiveService live, ChannelKey channel, Duration reuse) {
        this.vertx = vertx;
        this.live = live;
        this.channel = channel;
        this.reuse = reuse;
    }

    Future<Opening> ask(FeedRequest request) {
        if (request.ticket() != null) {
            return live.opening(channel, request.lastEventId(), request.ticket());
        }
        Optional<Long> lastEventId = Optional.ofNullable(request.lastEventId());
        Future<Opening> shared = recent.get(lastEventId);
        if (shared == null) {
            Future<Opening> asked = live.opening(channel, request.lastEventId(), null);
            recent.put(lastEventId, asked);
            asked.onSuccess(opening -> {
                        openToAll = true;
                        vertx.setTimer(reuse.toMillis(), timer -> recent.remove(lastEventId, asked));
                    })
                    .onFailure(refusal -> recent.remove(lastEventId, asked));
            shared = asked;
        }
        return shared;
    }

    /**
     * Whether somebody without a ticket has been let in, and so everybody may be: a session that only some may watch has never been
     * one for all, and never becomes one.
     */
    boolean openToAll() {
        return openToAll;
    }

    /** Once nothing older is of use any more. */
    void forget() {
        recent.clear();
    }
}
