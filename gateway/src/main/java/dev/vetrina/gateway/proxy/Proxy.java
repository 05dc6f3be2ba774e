package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.proxy.Connections.Connected;
import dev.vetrina.gateway.web.ReadBody;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestHeaders;
import dev.vetrina.gateway.web.SecurityHeaders;
import dev.vetrina.kit.http.Freshness;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Sends a request on to a service and its answer back, both while they come. */
@ApplicationScoped
class Proxy {

    private static final Logger LOG = Logger.getLogger(Proxy.class);

    /** What an order, a payment or a message has. */
    private static final long SMALL_BYTES = 16L << 10;

    /** A request on its way: where to, how long its body may be and how long the answer may take. */
    record Passage(RoutingContext routing, Upstream upstream, long maxBytes, Duration timeout) {}

    private final Connections connections;
    private final Breakers breakers;
    private final ProxySettings settings;
    private final ForwardedHeaders forwarded;
    private final Refusals refusals;
    private final Map<Upstream, AtomicInteger> streamed = new ConcurrentHashMap<>();

    Proxy(
            Connections connections,
            Breakers breakers,
            ProxySettings settings,
            ForwardedHeaders forwarded,
            Refusals refusals) {
        this.connections = connections;
        this.breakers = breakers;
        this.settings = settings;
        this.forwarded = forwarded;
        this.refusals = refusals;
    }

    void pass(Passage passage) {
        HttpServerRequest request = passage.routing().request();
        ProxyRequest proxied = ProxyRequest.reverseProxy(request);
        HopByHopHeaders.removeFrom(proxied.headers());
        proxied.headers().remove(HttpHeaders.EXPECT);
        forwarded.set(request, proxied.headers());
        proxied.headers().set(RequestHeaders.REQUEST_ID, RequestHeaders.idOf(passage.routing()));
        LimitedBody body = new LimitedBody(request, passage.maxBytes());
        Optional<Buffer> read = ReadBody.of(passage.routing());
        if (isRead(request) && hasNoBody(request)) {
            // Nothing of the request is used up by an attempt.
            proxied.setBody(null);
            request.resume();
            var _ = forward(passage, proxied, true, body);
        } else if (read.isPresent()) {
            proxied.setBody(Body.body(read.get()));
            var _ = forward(passage, proxied, false, body);
        } else if (isSmall(request)) {
            // Whole before a service is asked: a body that hardly comes holds no connection to one meanwhile.
            request.body().onSuccess(whole -> {
                proxied.setBody(Body.body(whole));
                var _ = forward(passage, proxied, false, body);
            });
            request.resume();
        } else {
            proxied.setBody(Body.body(body, proxied.getBody().length()));
            stream(passage, proxied, body);
        }
    }

    /** As it comes, which may be slowly: only so many at once, or they would have all connections to the service. */
    private void stream(Passage passage, ProxyRequest proxied, LimitedBody body) {
        AtomicInteger streams = streamed.computeIfAbsent(passage.upstream(), upstream -> new AtomicInteger());
        if (streams.incrementAndGet() > settings.streamedBodies()) {
            streams.decrementAndGet();
            refusals.refuse(
                    passage.routing(),
                    ProblemException.unavailable(
                            "overloaded", "Too many large bodies are on their way.", Duration.ofSeconds(1)));
            return;
        }
        forward(passage, proxied, false, body).onComplete(over -> streams.decrementAndGet());
    }

    private Future<ProxyResponse> forward(Passage passage, ProxyRequest proxied, boolean repeatable, LimitedBody body) {
        return attempt(passage, proxied, repeatable, body)
                .onSuccess(answer -> answer(passage, answer))
                .onFailure(failure -> refuse(passage, body.exceeded(), failure));
    }

    private Future<ProxyResponse> attempt(Passage passage, ProxyRequest proxied, boolean mayRepeat, LimitedBody body) {
        // A service cannot answer what has not come: that is not held against it, or slow clients could have it left
        // alone.
        BooleanSupplier clientsFault = () -> body.exceeded()
                || passage.routing().response().closed()
                || !passage.routing().request().isEnded();
        return breakers.guard(
                        passage.upstream(),
                        clientsFault,
                        () -> connections
                                .to(passage.upstream(), options(passage))
                                .compose(connected -> send(proxied, connected, clientsFault)))
                .compose(
                        answer -> {
                            if (mayRepeat && answer.getStatusCode() == 502) {
                                answer.release();
                                return attempt(passage, proxied, false, body);
                            }
                            return Future.succeededFuture(answer);
                        },
                        failure -> mayRepeat && !UpstreamFailures.isTimeout(failure)
                                ? attempt(passage, proxied, false, body)
                                : Future.failedFuture(failure));
    }

    private static Future<ProxyResponse> send(ProxyRequest proxied, Connected connected, BooleanSupplier clientsFault) {
        return proxied.send(connected.request())
                .onSuccess(answer -> connected.instance().answered())
                .onFailure(failure -> {
                    if (UpstreamFailures.isTimeout(failure) && !clientsFault.getAsBoolean()) {
                        connected.instance().rest();
                    }
                });
    }

    private RequestOptions options(Passage passage) {
        return new RequestOptions()
                .setMethod(passage.routing().request().method())
                .setURI(passage.routing().request().uri())
                .setConnectTimeout(settings.connectTimeout().toMillis())
                .setIdleTimeout(passage.timeout().toMillis());
    }

    private void answer(Passage passage, ProxyResponse answer) {
        if (passage.routing().response().closed()) {
            answer.release();
            return;
        }
        HopByHopHeaders.removeFrom(answer.headers());
        // The gateway has set these; a second value would make two headers of each.
        answer.headers().remove(RequestHeaders.REQUEST_ID);
        answer.headers().remove(RequestHeaders.TRACE_PARENT);
        answer.headers().remove(Freshness.HEADER);
        SecurityHeaders.prepare(passage.routing().request(), answer.headers());
        answer.send().onFailure(failure -> LOG.debugf(failure, "An answer was cut off"));
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
            if (!passage.routing().response().closed()) {
                LOG.warnf("%s gave no answer: %s", passage.upstream(), failure);
            }
        }
        refusals.refuse(passage.routing(), problem);
    }

    private static boolean isRead(HttpServerRequest request) {
        return HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
    }

    private static boolean isSmall(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                && (length == null || Long.parseLong(length) <= SMALL_BYTES);
    }

    private static boolean hasNoBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length == null || length.equals("0")) && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
