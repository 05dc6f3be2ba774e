package dev.vetrina.gateway.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.gateway.proxy.UpstreamAddresses;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The two requests that the edge makes to live-session-service. Refusals come as {@link ProblemException}. */
@ApplicationScoped
class LiveService {

    private static final int WAITING_OPENINGS = 2_000;

    private final FeedSettings settings;
    private final ObjectMapper json;
    private final URI service;
    private final HttpClient openings;
    private final HttpClient streams;

    LiveService(Vertx vertx, FeedSettings settings, UpstreamAddresses upstreams, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.service = upstreams.live();
        this.openings = vertx.createHttpClient(
                options().setMaxPoolSize(settings.openingConnections()).setMaxWaitQueueSize(WAITING_OPENINGS));
        this.streams = vertx.createHttpClient(options()
                .setMaxPoolSize(settings.maxChannels())
                .setKeepAlive(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout((int) settings.upstreamSilence().toMillis()));
    }

    private HttpClientOptions options() {
        return new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                // These serve many viewers at once and belong to the trace of none.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    /** For a viewer, who may need a ticket. */
    Future<Opening> opening(ChannelKey channel, @Nullable Long lastEventId, @Nullable String ticket) {
        return ask(
                channel,
                (lastEventId == null ? "" : "&lastEventId=" + lastEventId)
                        + (ticket == null ? "" : "&ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8)));
    }

    /** For the channel itself, whose viewers have been let in. */
    Future<Opening> missed(ChannelKey channel, long lastEventId) {
        return ask(channel, "&byGateway=true&lastEventId=" + lastEventId);
    }

    private Future<Opening> ask(ChannelKey channel, String query) {
        return openings.request(get(channel, "opening", query))
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 200 ? answer.body().map(this::opening) : refused(answer))
                .recover(LiveService::explained);
    }

    private Opening opening(Buffer body) {
        try {
            return Opening.of(json.readTree(body.getBytes()));
        } catch (IOException e) {
            throw broken("The live service gave an answer that cannot be read.");
        }
    }

    /** The answer's body has not been read; it ends when the connection does. */
    Future<HttpClientResponse> stream(ChannelKey channel, @Nullable Long after) {
        return streams.request(get(channel, "stream", after == null ? "" : "&after=" + after))
                .compose(request -> request.send())
                .<HttpClientResponse>compose(
                        answer -> answer.statusCode() == 200 ? Future.succeededFuture(answer) : refused(answer))
                .recover(LiveService::explained);
    }

    private RequestOptions get(ChannelKey channel, String what, String query) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(service.toString())
                .setURI("/internal/feed/" + channel.sessionId() + "/" + what + "?market=" + channel.market() + query)
                .setConnectTimeout(settings.openingTimeout().toMillis())
                .setIdleTimeout(settings.openingTimeout().toMillis());
    }

    private <T> Future<T> refused(HttpClientResponse answer) {
        return answer.body().compose(body -> Future.failedFuture(problem(answer, body)));
    }

    /** The same problem, as an answer of the gateway. */
    private ProblemException problem(HttpClientResponse answer, Buffer body) {
        try {
            JsonNode document = json.readTree(body.getBytes());
            if (document.path("code").isTextual()) {
                ProblemException problem = ProblemException.of(
                        answer.statusCode(),
                        document.path("code").textValue(),
                        document.path("title").asText(),
                        document.path("detail").textValue());
                if (document.path("violations").isArray()) {
                    problem.with("violations", document.path("violations"));
                }
                Optional.ofNullable(answer.getHeader("Retry-After"))
                        .ifPresent(seconds -> problem.header("Retry-After", seconds));
                return problem;
            }
        } catch (IOException e) {
            // Not a problem document: whatever answered, it was not the service itself.
        }
        return broken("The live service answered " + answer.statusCode() + ".");
    }

    private static <T> Future<T> explained(Throwable failure) {
        return Future.failedFuture(
                failure instanceof ProblemException
                        ? failure
                        : ProblemException.unavailable(
                                "upstream-unavailable", "The live service does not answer.", Duration.ofSeconds(1)));
    }

    private static ProblemException broken(String detail) {
        return ProblemException.of(502, "upstream-failed", "A service behind the gateway failed", detail)
                .header("Retry-After", "1");
    }
}
