package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.ReadBody;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestBodies;
import dev.vetrina.gateway.web.RequestHeaders;
import dev.vetrina.gateway.web.SecurityHeaders;
import dev.vetrina.kit.http.Freshness;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends a request on to a service and its answer back, both while they come. */
@ApplicationScoped
class Proxy {

    private static final Logger LOG = Logger.getLogger(Proxy.class);

    /** What an order, a payment or a message has. */
    private static final long SMALL_BYTES = 16L << 10;

    /** A request on its way: where to, how long its body may be and how long the answer may take. */
    record Passage(RoutingContext routing, Upstream upstream, long maxBytes, Duration timeout) {}

    private final Attempts attempts;
    private final ProxySettings settings;
    private final ForwardedHeaders forwarded;
    private final Refusals refusals;
    private final Map<Upstream, AtomicInteger> streamed = new ConcurrentHashMap<>();

    Proxy(Attempts attempts, ProxySettings settings, ForwardedHeaders forwarded, Refusals refusals) {
        this.attempts = attempts;
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
        Optional<Buffer> read = ReadBody.of(passage.routing());
        if (isRead(request) && RequestBodies.isNone(request)) {
            // Nothing of the request is used up by an attempt.
            proxied.setBody(null);
            request.resume();
            var _ = forward(passage, proxied, true, null);
        } else if (read.isPresent()) {
            send(passage, proxied, read.get());
        } else if (RequestBodies.isLongerThan(SMALL_BYTES, request)) {
            stream(passage, proxied, Buffer.buffer());
        } else {
            new BodyStart(request, SMALL_BYTES)
                    .read(whole -> send(passage, proxied, whole), begun -> stream(passage, proxied, begun));
        }
    }

    private void send(Passage passage, ProxyRequest proxied, Buffer body) {
        proxied.setBody(Body.body(body));
        var _ = forward(passage, proxied, false, null);
    }

    /** As it comes, which may be slowly: only so many at once, or they would have all connections to the service. */
    private void stream(Passage passage, ProxyRequest proxied, Buffer begun) {
        AtomicInteger streams = streamed.computeIfAbsent(passage.upstream(), upstream -> new AtomicInteger());
        if (streams.incrementAndGet() > settings.streamedBodies()) {
            streams.decrementAndGet();
            refusals.refuse(
                    passage.routing(),
                    ProblemException.unavailable(
                            "overloaded", "Too many large bodies are on their way.", Duration.ofSeconds(1)));
            return;
        }
        HttpServerRequest request = passage.routing().request();
        LimitedBody body = new LimitedBody(begun, request, passage.maxBytes());
        proxied.setBody(Body.body(body, RequestBodies.sayLength(request)));
        forward(passage, proxied, false, body).onComplete(over -> streams.decrementAndGet());
    }

    /** @param streamed the body if it is sent as it comes */
    private Future<ProxyResponse> forward(
            Passage passage, ProxyRequest proxied, boolean repeatable, @Nullable LimitedBody streamed) {
        return attempts.make(passage, proxied, repeatable, streamed)
                .onSuccess(answer -> answer(passage, answer))
                .onFailure(failure -> refuse(passage, LimitedBody.isExceeded(streamed), failure));
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
