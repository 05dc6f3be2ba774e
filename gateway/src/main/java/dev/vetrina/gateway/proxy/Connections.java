package dev.vetrina.gateway.proxy;

import dev.vetrina.gateway.proxy.Instances.Instance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Connections to the services: to the instance whose turn it is, or to the next one that can be reached. */
@Singleton
class Connections {

    /**
     * A request of which nothing has been sent yet.
     *
     * @param instance that would get it
     */
    record Connected(Instance instance, HttpClientRequest request) {}

    /**
     * A pool for each event loop, so that a request and its answer stay on one. A pool for all gives any free connection to anybody: a
     * request is then handed from loop to loop and back, and looks through every connection that there is.
     */
    private final ThreadLocal<HttpClient> clients;

    private final Map<Upstream, Instances> instances = new EnumMap<>(Upstream.class);

    Connections(Vertx vertx, UpstreamAddresses addresses, ProxySettings settings, Clock clock) {
        HttpClientOptions options = options(settings, vertx);
        this.clients = ThreadLocal.withInitial(() -> vertx.createHttpClient(options));
        for (Upstream upstream : Upstream.values()) {
            instances.put(upstream, new Instances(upstream.addresses(addresses), clock));
        }
    }

    private static HttpClientOptions options(ProxySettings settings, Vertx vertx) {
        return new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxPoolSize(EventLoops.partOf(settings.connections(), vertx))
                .setMaxWaitQueueSize(EventLoops.partOf(settings.waitingRequests(), vertx))
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
        return clients.get()
                .request(at(instance.address(), options))
                // Whoever waits for the answer is told; Vert.x logs an error if nobody else is.
                .map(request -> new Connected(instance, request.exceptionHandler(told -> {})))
                .recover(failure -> {
                    instance.rest();
                    return order.hasNext() ? toFirstOf(order, options) : Future.failedFuture(new NotReached(failure));
                });
    }

    /** Part by part: an absolute address would be taken apart again for every request. */
    private static RequestOptions at(URI address, RequestOptions options) {
        boolean isSecure = "https".equalsIgnoreCase(address.getScheme());
        int usualPort = isSecure ? 443 : 80;
        return options.setHost(address.getHost())
                .setPort(address.getPort() == -1 ? usualPort : address.getPort())
                .setSsl(isSecure);
    }
}
