package dev.vetrina.live.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.problem.Outages;
import dev.vetrina.kit.problem.Problem;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Opens streams: a route of its own, because a frame is serialised once and written to every connection of its channel.
 * Asked by gateways only; they do not route it.
 */
@ApplicationScoped
class FeedRoute {

    private static final Logger LOG = Logger.getLogger(FeedRoute.class);

    private final SessionRelays relays;
    private final Sessions sessions;
    private final FeedConfig config;
    private final ObjectMapper json;

    FeedRoute(SessionRelays relays, Sessions sessions, FeedConfig config, ObjectMapper json) {
        this.relays = relays;
        this.sessions = sessions;
        this.config = config;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.get("/internal/feed/:sessionId/stream").blockingHandler(this::open, false);
    }

    private void open(RoutingContext request) {
        try {
            join(request);
        } catch (ProblemException e) {
            refuse(request, e);
        } catch (RuntimeException e) {
            refuse(request, unexpected(e));
        }
    }

    private void join(RoutingContext request) {
        UUID sessionId = sessionId(request.pathParam("sessionId"));
        String market = market(request.request().getParam("market"));
        OptionalLong after = after(request.request().getParam("after"));
        sessions.sequenceAsViewer(sessionId, market);
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

    private static ProblemException unexpected(RuntimeException e) {
        if (Outages.causedBy(e)) {
            return ProblemException.unavailable(
                    "temporarily-unavailable", "Please try again shortly.", Duration.ofSeconds(1));
        }
        LOG.error("A stream could not be opened", e);
        return ProblemException.of(500, "internal-error", "Something went wrong on our side", null);
    }

    private void refuse(RoutingContext request, ProblemException problem) {
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        try {
            var _ = request.response()
                    .setChunked(false)
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    .end(json.writeValueAsString(
                            Problem.of(problem, request.request().path())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can be written", e);
        }
    }
}
