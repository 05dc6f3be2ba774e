package dev.vetrina.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Access tokens that were verified a moment ago, with whom they stand for. Verifying a signature takes longer than much of
 * what is done for its bearer, and a client sends the same token many times. A token that was refused is never in here.
 */
@ApplicationScoped
public class VerifiedTokens {

    /** So that a signing key that its provider withdraws is soon asked for again. */
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    /** Some 5 kB each with their claims. */
    private static final int MAX_TOKENS = 5_000;

    /**
     * The whole token, not a digest of it: nothing that differs in a single character passes for it.
     *
     * @param tenant by whose rules it was verified: which issuer, which audience
     */
    public record Key(String tenant, String token) {}

    private record Verified(SecurityIdentity bearer, Instant until) {}

    private final Cache<Key, Verified> tokens = LocalCaches.builder()
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(MAX_AGE)
            .build();

    private final Clock clock;

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    public Optional<SecurityIdentity> bearer(Key key) {
        Verified verified = tokens.getIfPresent(key);
        if (verified == null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(verified.until())) {
            return Optional.of(verified.bearer());
        }
        tokens.asMap().remove(key, verified);
        return Optional.empty();
    }

    /** @param expires when the token itself ends, whatever happens here */
    void remember(Key key, SecurityIdentity bearer, Instant expires) {
        Instant until = clock.instant().plus(MAX_AGE);
        tokens.put(key, new Verified(bearer, until.isBefore(expires) ? until : expires));
    }
}
