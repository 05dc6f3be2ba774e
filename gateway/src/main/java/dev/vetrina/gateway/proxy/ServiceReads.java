package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.web.RequestClass;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;

/** GETs that the gateway makes itself, whose answers it takes whole. Like those that it passes on, they are repeated once. */
@Singleton
public class ServiceReads {

    private final Connections connections;
    private final ServiceCalls calls;
    private final ProxySettings settings;

    ServiceReads(Connections connections, ServiceCalls calls, ProxySettings settings) {
        this.connections = connections;
        this.calls = calls;
        this.settings = settings;
    }

    /** Fails with {@link AnswerTooLong}, or with what {@link #explain} can explain. */
    public Future<ServiceAnswer> get(ServiceRead read) {
        return RoutingTable.route(RoutingTable.pathOf(read.uri()))
                .map(upstream -> attempt(upstream, read, true))
                .orElseGet(() -> Future.failedFuture(new IllegalArgumentException("no route for " + read.uri())));
    }

    /** What a caller is told when a service gave no answer. */
    public ProblemException explain(Throwable failure) {
        return UpstreamFailures.explain(failure);
    }

    private Future<ServiceAnswer> attempt(Upstream upstream, ServiceRead read, boolean mayRepeat) {
        return calls.ask(
                        upstream,
                        RequestClass.READ,
                        failure -> tellsNothing(read, failure),
                        ServiceAnswer::status,
                        () -> connections.to(upstream, options(read)).compose(connected -> send(read, connected)))
                .compose(
                        answer -> mayRepeat && answer.status() == 502
                                ? attempt(upstream, read, false)
                                : Future.succeededFuture(answer),
                        failure -> mayRepeat && !isFinal(failure)
                                ? attempt(upstream, read, false)
                                : Future.failedFuture(failure));
    }

    private static boolean isFinal(Throwable failure) {
        return UpstreamFailures.isFinal(failure) || failure instanceof AnswerTooLong;
    }

    /** Who waits for less long than a caller would have it cannot say that the service does not answer. */
    private boolean tellsNothing(ServiceRead read, Throwable failure) {
        return failure instanceof AnswerTooLong
                || (UpstreamFailures.isTimeout(failure) && read.timeout().compareTo(settings.responseTimeout()) < 0);
    }

    private RequestOptions options(ServiceRead read) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setURI(read.uri())
                .setConnectTimeout(settings.connectTimeout().toMillis())
                .setIdleTimeout(read.timeout().toMillis());
    }

    private Future<ServiceAnswer> send(ServiceRead read, Connections.Connected connected) {
        connected.request().headers().addAll(read.headers());
        return connected
                .request()
                .send()
                .compose(answer -> whole(answer, read.maxBytes()))
                .onSuccess(answer -> connected.instance().answered())
                .onFailure(failure -> {
                    if (UpstreamFailures.isTimeout(failure) && !tellsNothing(read, failure)) {
                        connected.instance().rest();
                    }
                });
    }

    private static Future<ServiceAnswer> whole(HttpClientResponse answer, long maxBytes) {
        Promise<ServiceAnswer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        answer.handler(part -> {
            if (body.length() + part.length() <= maxBytes) {
                body.appendBuffer(part);
            } else if (whole.tryFail(new AnswerTooLong(maxBytes))) {
                answer.request().reset();
            }
        });
        answer.exceptionHandler(whole::tryFail);
        answer.endHandler(end -> {
            HopByHopHeaders.removeFrom(answer.headers());
            whole.tryComplete(new ServiceAnswer(answer.statusCode(), answer.headers(), body));
        });
        return whole.future();
    }
}
