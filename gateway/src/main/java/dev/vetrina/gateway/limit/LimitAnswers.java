package dev.vetrina.gateway.limit;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.kit.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells callers of their limits. */
@Singleton
class LimitAnswers {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");

    private final Refusals refusals;
    private final MeterRegistry meters;

    LimitAnswers(Refusals refusals, MeterRegistry meters) {
        this.refusals = refusals;
        this.meters = meters;
    }

    void tell(RoutingContext routing, Spent spent) {
        MultiMap headers = routing.response().headers();
        headers.set(POLICY, spent.policy().description());
        headers.set(STATE, spent.policy().state(spent));
    }

    void refuse(RoutingContext routing, Spent spent) {
        Policy policy = spent.policy();
        meters.counter("vetrina.limits.refused", "policy", policy.name()).increment();
        tell(routing, spent);
        refusals.refuse(
                routing,
                ProblemException.of(
                                429,
                                "too-many-requests",
                                "Too many requests",
                                "The limit " + policy.name() + " is used up: "
                                        + policy.quota().requests() + " requests in "
                                        + policy.quota().window().toSeconds() + " seconds.")
                        .with("violated-policies", List.of(policy.name()))
                        .header("Retry-After", Long.toString(policy.secondsUntilReset(spent))));
    }
}
