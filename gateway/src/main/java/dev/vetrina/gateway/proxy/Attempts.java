package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.proxy.Connections.Connected;
import dev.vetrina.gateway.proxy.Proxy.Passage;
import dev.vetrina.gateway.web.RequestClass;
import io.vertx.core.Future;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a service on behalf of a client: once, or once more where nothing of the request is used up. */
@ApplicationScoped
class Attempts {

    private final Connections connections;
    private final ServiceCalls calls;
    private final ProxySettings settings;

    Attempts(Connections connections, ServiceCalls calls, ProxySettings settings) {
        this.connections = connections;
        this.calls = calls;
        this.settings = settings;
    }

    /** @param streamed the body if it is sent as it comes */
    Future<ProxyResponse> make(
            Passage passage, ProxyRequest proxied, boolean mayRepeat, @Nullable LimitedBody streamed) {
        // A service cannot answer what has not come: that is not held against it, or slow clients could have it left
        // alone.
        Predicate<Throwable> clientsFault = failure -> LimitedBody.isExceeded(streamed)
                || passage.routing().response().closed()
                || !passage.routing().request().isEnded();
        Supplier<Future<ProxyResponse>> call = () -> connections
                .to(passage.upstream(), options(passage))
                .compose(connected -> send(proxied, connected, clientsFault));
        RequestClass asked = RequestClass.of(passage.routing().request());
        Future<ProxyResponse> answered = streamed == null
                ? calls.ask(passage.upstream(), asked, clientsFault, ProxyResponse::getStatusCode, call)
                : calls.stream(passage.upstream(), asked, clientsFault, call);
        return answered.compose(
                answer -> {
                    if (mayRepeat && answer.getStatusCode() == 502) {
                        answer.release();
                        return make(passage, proxied, false, null);
                    }
                    return Future.succeededFuture(answer);
                },
                failure -> mayRepeat && !UpstreamFailures.isFinal(failure) && !clientsFault.test(failure)
                        ? make(passage, proxied, false, null)
                        : Future.failedFuture(failure));
    }

    private static Future<ProxyResponse> send(
            ProxyRequest proxied, Connected connected, Predicate<Throwable> clientsFault) {
        return proxied.send(connected.request())
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
