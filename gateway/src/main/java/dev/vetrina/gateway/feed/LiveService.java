package dev.vetrina.gateway.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.gateway.proxy.Instances;
import dev.vetrina.gateway.proxy.Instances.Instance;
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
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The two requests that the edge makes to live-session-service, of the instance whose turn it is or of the next one that can answer.
 * Any will do: an opening tells what is in the database that all share, and a stream goes on from any fact. Refusals come as
 * {@link ProblemException}.
 */
@Singleton
class LiveService {

    private static final int WAITING_OPENINGS = 2_000;

    private final FeedSettings settings;
    private final ObjectMapper json;
    private final Instances instances;
    private final HttpClient openings;
    private final HttpClient streams;

    LiveService(Vertx vertx, FeedSettings settings, UpstreamAddresses upstreams, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.instances = new Instances(upstreams.live(), clock);
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
        return opening(
                channel,
                (lastEventId == null ? "" : "&lastEventId=" + lastEventId)
                        + (ticket == null ? "" : "&ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8)));
    }

    /** For the channel itself, whose viewers have been let in. */
    Future<Opening> missed(ChannelKey channel, long lastEventId) {
        return opening(channel, "&byGateway=true&lastEventId=" + lastEventId);
    }

    private Future<Opening> opening(ChannelKey channel, String query) {
        return ask(service -> openings.request(get(service, channel, "opening", query))
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 200 ? answer.body().map(this::opening) : refused(answer)));
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
        String query = after == null ? "" : "&after=" + after;
        return ask(service -> streams.request(get(service, channel, "stream", query))
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 200 ? Future.succeededFuture(answer) : refused(answer)));
    }

    private <T> Future<T> ask(Function<URI, Future<T>> question) {
        return askFirstOf(instances.inTurn().iterator(), question).recover(LiveService::explained);
    }

    /** Both requests change nothing, so they may be made again elsewhere, whatever has become of the first. */
    private static <T> Future<T> askFirstOf(Iterator<Instance> order, Function<URI, Future<T>> question) {
        Instance instance = order.next();
        return question.apply(instance.address())
                .onSuccess(answer -> instance.answered())
                .recover(failure -> {
                    if (isRefusal(failure)) {
                        instance.answered();
                        return Future.failedFuture(failure);
                    }
                    instance.rest();
                    return order.hasNext() ? askFirstOf(order, question) : Future.failedFuture(failure);
                });
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.status() < 500;
    }

    private RequestOptions get(URI service, ChannelKey channel, String what, String query) {
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
