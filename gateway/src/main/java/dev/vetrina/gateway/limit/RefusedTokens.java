package dev.vetrina.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.gateway.identity.TokenRefused;
import dev.vetrina.gateway.identity.TokenVerified;
import dev.vetrina.gateway.web.Peers;
import dev.vetrina.kit.cache.LocalCaches;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How many wrong tokens may be tried. Those of strangers are counted by address. A subject of whom a valid token came from that
 * address has a count of its own there: otherwise anybody behind the same address could lock it out, by wrong tokens, as soon
 * as it renews its own.
 */
@Singleton
class RefusedTokens {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private record Acquaintance(String network, String subject) {}

    private final Policies policies;
    private final LocalBuckets buckets;
    private final Peers peers;
    private final Cache<Acquaintance, Boolean> acquaintances;

    RefusedTokens(Policies policies, LocalBuckets buckets, Peers peers, LimitSettings settings) {
        this.policies = policies;
        this.buckets = buckets;
        this.peers = peers;
        this.acquaintances = LocalCaches.builder()
                .maximumSize(settings.maxCallers())
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /** Whether a token that names this subject may be tried. */
    Spent look(HttpServerRequest request, String subject) {
        return buckets.look(policies.refusedTokens(), callerOf(request, subject));
    }

    void refused(@Observes TokenRefused refused) {
        buckets.take(policies.refusedTokens(), callerOf(refused.request(), refused.subject()));
    }

    void verified(@Observes TokenVerified verified) {
        acquaintances.put(new Acquaintance(networkOf(verified.request()), verified.subject()), true);
    }

    private String callerOf(HttpServerRequest request, String subject) {
        String network = networkOf(request);
        boolean known = acquaintances.getIfPresent(new Acquaintance(network, subject)) != null;
        return known ? network + " " + subject : network;
    }

    private String networkOf(HttpServerRequest request) {
        return Peers.network(peers.addressOf(request));
    }
}
