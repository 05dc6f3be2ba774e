package dev.vetrina.gateway.health;

import dev.vetrina.gateway.proxy.UpstreamAddresses;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells which services are ready, without ever being down itself: a gateway that left because a service is away would take
 * the other services with it.
 */
@Wellness
class UpstreamsCheck implements AsyncHealthCheck {

    private static final int PATIENCE_MILLIS = 1_000;

    private final UpstreamAddresses addresses;
    private final HttpClient client;

    UpstreamsCheck(Vertx vertx, UpstreamAddresses addresses) {
        this.addresses = addresses;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS).setTracingPolicy(TracingPolicy.IGNORE));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        List<Future<String>> states =
                List.of(states(addresses.catalog()), states(addresses.live()), states(addresses.order()));
        return Uni.createFrom()
                .completionStage(() -> Future.join(states).toCompletionStage())
                .map(all -> HealthCheckResponse.named("services behind the gateway")
                        .withData("catalog", states.get(0).result())
                        .withData("live", states.get(1).result())
                        .withData("order", states.get(2).result())
                        .up()
                        .build());
    }

    /** One word if all instances are alike, otherwise that of each. */
    private Future<String> states(List<URI> instances) {
        List<Future<String>> each = instances.stream().map(this::state).toList();
        return Future.join(each)
                .map(all -> each.stream().map(Future::result).distinct().count() == 1
                        ? each.getFirst().result()
                        : each.stream().map(Future::result).collect(Collectors.joining(", ")));
    }

    private Future<String> state(URI service) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(service.toString())
                        .setURI("/q/health/ready")
                        .setConnectTimeout(PATIENCE_MILLIS)
                        .setIdleTimeout(PATIENCE_MILLIS))
                .compose(request -> request.send())
                .map(answer -> answer.statusCode() == 200 ? "ready" : "not ready")
                .otherwise("away");
    }
}
