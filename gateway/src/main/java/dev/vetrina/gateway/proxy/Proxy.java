package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.proxy.Connections.Connected;
import dev.vetrina.gateway.web.ReadBody;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestHeaders;
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
import java.util.Optional;
import org.jboss.logging.Logger;

/** Sends a request on to a service and its answer back, both while they come. */
@ApplicationScoped
class Proxy {

    private static final Logger LOG = Logger.getLogger(Proxy.class);

    /** A request on its way: where to, how long its body may be and how long the answer may take. */
    record Passage(RoutingContext routing, Upstream upstream, long maxBytes, Duration timeout) {}

    private final Connections connections;
    private final ProxySettings settings;
    private final ForwardedHeaders forwarded;
    private final Refusals refusals;

    Proxy(Connections connections, ProxySettings settings, ForwardedHeaders forwarded, Refusals refusals) {
        this.connections = connections;
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
        boolean repeatable = isRead(request) && hasNoBody(request);
        Optional<Buffer> read = ReadBody.of(passage.routing());
        if (repeatable) {
            // Nothing of the request is used up by an attempt.
            proxied.setBody(null);
            request.resume();
        } else if (read.isPresent()) {
            proxied.setBody(Body.body(read.get()));
        } else {
            proxied.setBody(Body.body(body, proxied.getBody().length()));
        }
        attempt(passage, proxied, repeatable)
                .onSuccess(answer -> answer(passage, answer))
                .onFailure(failure -> refuse(passage, body.exceeded(), failure));
    }

    private Future<ProxyResponse> attempt(Passage passage, ProxyRequest proxied, boolean mayRepeat) {
        return connections
                .to(passage.upstream(), options(passage))
                .compose(connected -> send(proxied, connected))
                .compose(
                        answer -> {
                            if (mayRepeat && answer.getStatusCode() == 502) {
                                answer.release();
                                return attempt(passage, proxied, false);
                            }
                            return Future.succeededFuture(answer);
                        },
                        failure -> mayRepeat && !UpstreamFailures.isTimeout(failure)
                                ? attempt(passage, proxied, false)
                                : Future.failedFuture(failure));
    }

    private static Future<ProxyResponse> send(ProxyRequest proxied, Connected connected) {
        return proxied.send(connected.request())
                .onSuccess(answer -> connected.instance().answered())
                .onFailure(failure -> {
                    if (UpstreamFailures.isTimeout(failure)) {
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
        answer.send().onFailure(failure -> LOG.debugf(failure, "An answer was cut off"));
    }

    private void refuse(Passage passage, boolean bodyTooLarge, Throwable failure) {
        ProblemException problem;
        if (bodyTooLarge) {
            problem = ProxyRoute.bodyTooLarge(passage.maxBytes());
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

    private static boolean hasNoBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length == null || length.equals("0")) && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
