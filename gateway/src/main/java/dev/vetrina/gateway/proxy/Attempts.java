package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.proxy.Connections.Connected;
import dev.vetrina.gateway.proxy.Proxy.Passage;
import dev.vetrina.gateway.web.RequestClass;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks a service on behalf of a client: once, or once more where nothing of the request is used up. */
@Singleton
class Attempts {

    private final RequestHead head;
    private final Connections connections;
    private final ServiceCalls calls;
    private final ProxySettings settings;

    Attempts(RequestHead head, Connections connections, ServiceCalls calls, ProxySettings settings) {
        this.head = head;
        this.connections = connections;
        this.calls = calls;
        this.settings = settings;
    }

    Future<HttpClientResponse> make(Passage passage, PassedBody body) {
        return make(passage, body, body instanceof PassedBody.None);
    }

    private Future<HttpClientResponse> make(Passage passage, PassedBody body, boolean mayRepeat) {
        // A service cannot answer what has not come: that is not held against it, or slow clients could have it left
        // alone.
        Predicate<Throwable> clientsFault = failure -> LimitedBody.isExceeded(body.streamed())
                || passage.routing().response().closed()
                || !passage.routing().request().isEnded();
        Supplier<Future<HttpClientResponse>> call = () -> connections
                .to(passage.upstream(), options(passage))
                .compose(connected -> send(passage, body, connected, clientsFault));
        RequestClass asked = RequestClass.of(passage.routing().request());
        Future<HttpClientResponse> answered = body.streamed() == null
                ? calls.ask(passage.upstream(), asked, clientsFault, HttpClientResponse::statusCode, call)
                : calls.stream(passage.upstream(), asked, clientsFault, call);
        return answered.compose(
                answer -> mayRepeat && answer.statusCode() == 502
                        ? make(passage, body, false)
                        : Future.succeededFuture(answer),
                failure -> mayRepeat && !UpstreamFailures.isFinal(failure) && !clientsFault.test(failure)
                        ? make(passage, body, false)
                        : Future.failedFuture(failure));
    }

    private Future<HttpClientResponse> send(
            Passage passage, PassedBody body, Connected connected, Predicate<Throwable> clientsFault) {
        HttpClientRequest request = connected.request();
        try {
            head.write(passage.routing(), request.headers());
        } catch (IllegalArgumentException unfit) {
            // Or its connection would be kept for it.
            request.reset();
            throw unfit;
        }
        // A client that leaves is answered no more.
        passage.routing().response().exceptionHandler(gone -> request.reset(0, gone));
        return body.send(request)
                .onSuccess(answer -> connected.instance().answered())
                .onFailure(failure -> {
                    if (UpstreamFailures.isTimeout(failure) && !clientsFault.test(failure)) {
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
}
