package dev.vetrina.gateway.limit;

import dev.vetrina.gateway.identity.TokenRefused;
import dev.vetrina.gateway.web.Peers;
import dev.vetrina.gateway.web.RouteOrder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Before a token is looked at: bounds what one address may cost at all, and how many wrong tokens it may try. It is always counted
 * here alone, as nothing is to be waited for on behalf of somebody who is not known.
 */
@ApplicationScoped
class AddressLimit {

    private final Policies policies;
    private final LocalBuckets buckets;
    private final Peers peers;
    private final LimitAnswers answers;

    AddressLimit(Policies policies, LocalBuckets buckets, Peers peers, LimitAnswers answers) {
        this.policies = policies;
        this.buckets = buckets;
        this.peers = peers;
        this.answers = answers;
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.ADDRESS_LIMIT).handler(this::check);
    }

    void tokenRefused(@Observes TokenRefused refused) {
        buckets.take(policies.refusedTokens(), callerOf(refused.request()));
    }

    private void check(RoutingContext routing) {
        String caller = callerOf(routing.request());
        Spent spent = buckets.take(policies.address(), caller);
        if (spent.allowed() && routing.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            spent = buckets.look(policies.refusedTokens(), caller);
        }
        if (spent.allowed()) {
            routing.next();
        } else {
            answers.refuse(routing, spent);
        }
    }

    private String callerOf(HttpServerRequest request) {
        return Peers.network(peers.addressOf(request));
    }
}
