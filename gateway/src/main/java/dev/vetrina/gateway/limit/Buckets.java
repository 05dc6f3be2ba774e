package dev.vetrina.gateway.limit;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** The buckets that count: those of the store, if there is one and it answers, or else those of this instance. */
@Singleton
class Buckets {

    private final LocalBuckets local;
    private final SharedBuckets shared;

    Buckets(LocalBuckets local, SharedBuckets shared) {
        this.local = local;
        this.shared = shared;
    }

    /** Takes one request's place. The request waits meanwhile, and goes on where it was. */
    void take(RoutingContext routing, Policy policy, String caller, Handler<Spent> then) {
        if (!shared.isThere()) {
            then.handle(local.take(policy, caller));
            return;
        }
        routing.request().pause();
        Context context = routing.vertx().getOrCreateContext();
        var _ = shared.take(policy, caller).handle((spent, failure) -> {
            Spent counted = spent == null ? local.take(policy, caller) : spent;
            if (context.equals(Vertx.currentContext())) {
                then.handle(counted);
            } else {
                context.runOnContext(now -> then.handle(counted));
            }
            return counted;
        });
    }
}
