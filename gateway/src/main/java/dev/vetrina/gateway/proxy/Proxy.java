package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.ReadBody;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestBodies;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sends a request on to a service and its answer back: what is small whole, what is long while it comes. */
@Singleton
class Proxy {

    private static final Logger LOG = Logger.getLogger(Proxy.class);

    /** What an order, a payment or a message has. */
    private static final long SMALL_BYTES = 16L << 10;

    /** A request on its way: where to, how long its body may be and how long the answer may take. */
    record Passage(RoutingContext routing, Upstream upstream, long maxBytes, Duration timeout) {}

    private final Attempts attempts;
    private final ProxySettings settings;
    private final Refusals refusals;
    /** Of an event loop: those on their way to each service. */
    private final ThreadLocal<Map<Upstream, Integer>> streamed =
            ThreadLocal.withInitial(() -> new EnumMap<>(Upstream.class));

    Proxy(Attempts attempts, ProxySettings settings, Refusals refusals) {
        this.attempts = attempts;
        this.settings = settings;
        this.refusals = refusals;
    }

    void pass(Passage passage) {
        HttpServerRequest request = passage.routing().request();
        Optional<Buffer> read = ReadBody.of(passage.routing());
        if (isRead(request) && RequestBodies.isNone(request)) {
            request.resume();
            var _ = forward(passage, new PassedBody.None());
        } else if (read.isPresent()) {
            var _ = forward(passage, new PassedBody.Whole(read.get()));
        } else if (RequestBodies.isLongerThan(SMALL_BYTES, request)) {
            stream(passage, Buffer.buffer());
        } else {
            new BodyStart(request, SMALL_BYTES)
                    .read(
                            whole -> {
                                var _ = forward(passage, new PassedBody.Whole(whole));
                            },
                            begun -> stream(passage, begun));
        }
    }

    /** As it comes, which may be slowly: only so many at once, or they would have all connections to the service. */
    private void stream(Passage passage, Buffer begun) {
        Map<Upstream, Integer> streams = streamed.get();
        Vertx vertx = passage.routing().vertx();
        if (streams.getOrDefault(passage.upstream(), 0) >= EventLoops.partOf(settings.streamedBodies(), vertx)) {
            refusals.refuse(
                    passage.routing(),
                    ProblemException.unavailable(
                            "overloaded", "Too many large bodies are on their way.", Duration.ofSeconds(1)));
            return;
        }
        streams.merge(passage.upstream(), 1, Integer::sum);
        HttpServerRequest request = passage.routing().request();
        LimitedBody body = new LimitedBody(begun, request, passage.maxBytes());
        forward(passage, new PassedBody.Streamed(body, RequestBodies.length(request)))
                .onComplete(over -> streams.merge(passage.upstream(), -1, Integer::sum));
    }

    private Future<HttpClientResponse> forward(Passage passage, PassedBody body) {
        return attempts.make(passage, body)
                .onSuccess(answer -> answer(passage, answer))
                .onFailure(failure -> refuse(passage, LimitedBody.isExceeded(body.streamed()), failure));
    }

    private void answer(Passage passage, HttpClientResponse answer) {
        HttpServerResponse response = passage.routing().response();
        if (!response.closed()) {
            AnswerPassing.pass(answer, passage.routing().request()).onFailure(failure -> {
                if (response.headWritten()) {
                    LOG.debugf(failure, "An answer was cut off");
                } else {
                    refuse(passage, false, failure);
                }
            });
        }
    }

    private void refuse(Passage passage, boolean bodyTooLarge, Throwable failure) {
        ProblemException problem;
        if (bodyTooLarge) {
            problem = ProxyRoute.bodyTooLarge(passage.maxBytes());
        } else if (UpstreamFailures.isTimeout(failure)
                && !passage.routing().request().isEnded()) {
            problem = ProblemException.of(
                    408, "request-timeout", "The request took too long", "Its body did not come in time.");
        } else {
            problem = UpstreamFailures.explain(failure);
            if (!passage.routing().response().closed() && !(failure instanceof Overloaded)) {
                LOG.warnf("%s gave no answer: %s", passage.upstream(), failure);
            }
        }
        refusals.refuse(passage.routing(), problem);
    }

    private static boolean isRead(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    }
}
