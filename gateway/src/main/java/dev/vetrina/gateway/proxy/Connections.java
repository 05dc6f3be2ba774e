package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.proxy.Instances.Instance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Connections to the services: to the instance whose turn it is, or to the next one that can be reached. */
@ApplicationScoped
class Connections {

    /**
     * A request of which nothing has been sent yet.
     *
     * @param instance that would get it
     */
    record Connected(Instance instance, HttpClientRequest request) {}

    private final HttpClient client;
    private final Map<Upstream, Instances> instances = new EnumMap<>(Upstream.class);

    Connections(Vertx vertx, UpstreamAddresses addresses, ProxySettings settings, Clock clock) {
        this.client = vertx.createHttpClient(options(settings));
        for (Upstream upstream : Upstream.values()) {
            instances.put(upstream, new Instances(upstream.addresses(addresses), clock));
        }
    }

    private static HttpClientOptions options(ProxySettings settings) {
        return new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxPoolSize(settings.connections())
                .setMaxWaitQueueSize(settings.waitingRequests())
                .setKeepAliveTimeout((int) settings.keepAlive().toSeconds())
                // An answer that stops in its middle; until it begins, the request's own timeout is the shorter one.
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout(
                        (int) settings.importTimeout().plusSeconds(5).toMillis());
    }

    /**
     * Fails with {@link NotReached} if no instance can be reached.
     *
     * @param options all but the address
     */
    Future<Connected> to(Upstream upstream, RequestOptions options) {
        List<Instance> order = Objects.requireNonNull(instances.get(upstream)).inTurn();
        return toFirstOf(order.iterator(), options);
    }

    private Future<Connected> toFirstOf(Iterator<Instance> order, RequestOptions options) {
        Instance instance = order.next();
        return client.request(at(instance.address(), options))
                .map(request -> new Connected(instance, request))
                .recover(failure -> {
                    instance.rest();
                    return order.hasNext() ? toFirstOf(order, options) : Future.failedFuture(new NotReached(failure));
                });
    }

    /** Part by part: an absolute address would be taken apart again for every request. */
    private static RequestOptions at(URI address, RequestOptions options) {
        boolean isSecure = "https".equalsIgnoreCase(address.getScheme());
        int usualPort = isSecure ? 443 : 80;
        return new RequestOptions(options)
                .setHost(address.getHost())
                .setPort(address.getPort() == -1 ? usualPort : address.getPort())
                .setSsl(isSecure);
    }
}
