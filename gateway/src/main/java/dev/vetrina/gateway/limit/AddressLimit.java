package dev.vetrina.gateway.limit;

import dev.vetrina.gateway.identity.Presented;
import dev.vetrina.gateway.identity.PresentedTokens;
import dev.vetrina.gateway.web.Peers;
import dev.vetrina.gateway.web.RouteOrder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Before a token is verified: bounds what one address may cost at all, and how many wrong tokens may be tried. It is always counted
 * here alone, as nothing is to be waited for on behalf of somebody who is not known.
 */
@Singleton
class AddressLimit {

    private final Policies policies;
    private final LocalBuckets buckets;
    private final Peers peers;
    private final PresentedTokens tokens;
    private final RefusedTokens refusedTokens;
    private final LimitAnswers answers;

    AddressLimit(
            Policies policies,
            LocalBuckets buckets,
            Peers peers,
            PresentedTokens tokens,
            RefusedTokens refusedTokens,
            LimitAnswers answers) {
        this.policies = policies;
        this.buckets = buckets;
        this.peers = peers;
        this.tokens = tokens;
        this.refusedTokens = refusedTokens;
        this.answers = answers;
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.ADDRESS_LIMIT).handler(this::check);
    }

    private void check(RoutingContext routing) {
        Spent spent = buckets.take(policies.address(), Peers.network(peers.addressOf(routing.request())));
        if (spent.allowed() && tokens.of(routing) instanceof Presented.Unverified token) {
            spent = refusedTokens.look(routing.request(), token.subject());
        }
        if (spent.allowed()) {
            routing.next();
        } else {
            answers.refuse(routing, spent);
        }
    }
}
