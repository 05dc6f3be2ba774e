package dev.vetrina.order.webhook.delivery;

import dev.vetrina.order.webhook.destination.Target;
import dev.vetrina.order.webhook.destination.Targets;
import dev.vetrina.order.webhook.destination.WebhookSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a message to an endpoint, once. Connects to the address that was just checked, while TLS and the Host header are for the
 * name; follows no redirect; reads no more of the answer than is kept.
 */
@ApplicationScoped
class WebhookClient {

    /** Endpoints may share a host, and one that hangs must not keep the others' connections: more than are ever under way. */
    private static final int CONNECTIONS_PER_HOST = 10_000;

    private static final int IDLE_SECONDS = 20;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final HttpClient http;
    private final Targets targets;
    private final Duration timeout;
    private final Clock clock;

    WebhookClient(Vertx vertx, Targets targets, WebhookSettings settings, Clock clock) {
        this.vertx = vertx;
        this.targets = targets;
        this.timeout = settings.attemptTimeout();
        this.clock = clock;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_HOST)
                .setConnectTimeout((int) timeout.toMillis())
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setDecompressionSupported(false));
    }

    @PreDestroy
    void close() {
        var _ = http.close();
    }

    /** Waits for the answer on a virtual thread: what hangs holds a connection, and no thread of the machine. */
    Answer send(DueDelivery delivery) {
        long begun = System.nanoTime();
        Target target;
        try {
            target = targets.locate(delivery.url());
        } catch (Targets.RefusedException e) {
            return Answer.none(AttemptError.TARGET_REFUSED, since(begun));
        }
        Attempt attempt = new Attempt(vertx, begun, timeout);
        http.request(options(target)).onFailure(attempt::fail).onSuccess(request -> {
            headers(delivery).forEach(request::putHeader);
            attempt.send(request, delivery.body());
        });
        return await(attempt, begun);
    }

    private Answer await(Attempt attempt, long begun) {
        try {
            return attempt.answer().get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Answer.none(AttemptError.TIMEOUT, since(begun));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private RequestOptions options(Target target) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(target.address(), target.port())))
                .setHost(target.url().getHost())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.resource())
                .setFollowRedirects(false);
    }

    private Map<String, String> headers(DueDelivery delivery) {
        long seconds = clock.instant().getEpochSecond();
        String id = delivery.messageId().toString();
        Map<String, String> headers = new LinkedHashMap<>(SentHeaders.of(id, seconds));
        headers.put("webhook-signature", Signatures.of(delivery.secrets(), id, seconds, delivery.body()));
        return headers;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
