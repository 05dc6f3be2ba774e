package dev.vetrina.live.feed;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.Auditorium;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens streams: a route of its own, because a frame is serialised once and written to every connection of its channel.
 * Asked by gateways only; they do not route it.
 */
@ApplicationScoped
class FeedRoute {

    private final SessionRelays relays;
    private final Auditorium auditorium;
    private final FeedConfig config;
    private final FeedRefusals refusals;

    FeedRoute(SessionRelays relays, Auditorium auditorium, FeedConfig config, FeedRefusals refusals) {
        this.relays = relays;
        this.auditorium = auditorium;
        this.config = config;
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        router.get("/internal/feed/:sessionId/stream").blockingHandler(this::open, false);
    }

    private void open(RoutingContext request) {
        try {
            join(request);
        } catch (RuntimeException e) {
            refusals.refuse(request, e);
        }
    }

    private void join(RoutingContext request) {
        UUID sessionId = sessionId(request.pathParam("sessionId"));
        String market = market(request.request().getParam("market"));
        OptionalLong after = after(request.request().getParam("after"));
        auditorium.channel(sessionId, market);
        FeedStream stream = new FeedStream(market, request.request());
        request.response()
                .closeHandler(closed -> request.vertx().executeBlocking(() -> {
                    relays.leave(sessionId, stream);
                    return true;
                }));
        stream.open(config.streamBufferBytes());
        relays.join(sessionId, stream, after);
        if (stream.closed()) {
            relays.leave(sessionId, stream);
        }
    }

    private static UUID sessionId(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("session", String.valueOf(text));
        }
    }

    private static String market(@Nullable String text) {
        if (text == null || !text.matches("[A-Z]{2}")) {
            throw ProblemException.invalid("market", "must match \"[A-Z]{2}\"");
        }
        return text;
    }

    private static OptionalLong after(@Nullable String text) {
        if (text == null) {
            return OptionalLong.empty();
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw ProblemException.invalid("after", "must be the sequence of a fact");
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}
