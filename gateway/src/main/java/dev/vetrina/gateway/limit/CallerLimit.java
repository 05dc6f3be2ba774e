package dev.vetrina.gateway.limit;

import dev.vetrina.gateway.identity.Bearer;
import dev.vetrina.gateway.web.Peers;
import dev.vetrina.gateway.web.RequestClass;
import dev.vetrina.gateway.web.RouteOrder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * After a token was verified: bounds what one user asks of each kind, and what all users of one client ask together. Without a
 * token the address stands for the user. Every answer tells what remains.
 */
@Singleton
class CallerLimit {

    private final Policies policies;
    private final Buckets buckets;
    private final Peers peers;
    private final LimitAnswers answers;

    CallerLimit(Policies policies, Buckets buckets, Peers peers, LimitAnswers answers) {
        this.policies = policies;
        this.buckets = buckets;
        this.peers = peers;
        this.answers = answers;
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.CALLER_LIMIT).handler(this::check);
    }

    private void check(RoutingContext routing) {
        RequestClass asked = RequestClass.of(routing.request());
        Bearer bearer = Bearer.of(routing);
        if (bearer == null) {
            String network = Peers.network(peers.addressOf(routing.request()));
            buckets.take(routing, policies.ofAnyone(asked), network, spent -> go(routing, spent, null));
        } else {
            buckets.take(
                    routing, policies.ofUser(asked), bearer.subject(), spent -> go(routing, spent, bearer.client()));
        }
    }

    private void go(RoutingContext routing, Spent spent, @Nullable String client) {
        if (!spent.allowed()) {
            answers.refuse(routing, spent);
            return;
        }
        answers.tell(routing, spent);
        if (client == null) {
            routing.next();
        } else {
            buckets.take(routing, policies.client(), client, ofClient -> go(routing, ofClient));
        }
    }

    private void go(RoutingContext routing, Spent ofClient) {
        if (ofClient.allowed()) {
            routing.next();
        } else {
            answers.refuse(routing, ofClient);
        }
    }
}
