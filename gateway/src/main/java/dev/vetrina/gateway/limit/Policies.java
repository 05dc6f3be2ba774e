package dev.vetrina.gateway.limit;

import dev.vetrina.gateway.web.RequestClass;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** Which limit is whose. */
@Singleton
class Policies {

    private final Policy address;
    private final Policy refusedTokens;
    private final Policy client;
    private final Policy reads;
    private final Policy writes;
    private final Policy checkout;
    private final Policy imports;
    private final Policy feed;
    private final Policy anonymousReads;
    private final Policy anonymousWrites;
    private final Policy provider;

    Policies(LimitSettings settings) {
        address = new Policy("address", settings.address());
        refusedTokens = new Policy("refused-tokens", settings.refusedTokens());
        client = new Policy("client", settings.client());
        reads = new Policy("reads", settings.reads());
        writes = new Policy("writes", settings.writes());
        checkout = new Policy("checkout", settings.checkout());
        imports = new Policy("imports", settings.imports());
        feed = new Policy("feed", settings.feed());
        anonymousReads = new Policy("anonymous-reads", settings.anonymousReads());
        anonymousWrites = new Policy("anonymous-writes", settings.anonymousWrites());
        provider = new Policy("provider", settings.provider());
    }

    Policy address() {
        return address;
    }

    Policy refusedTokens() {
        return refusedTokens;
    }

    Policy client() {
        return client;
    }

    /** For one user, by the token. */
    Policy ofUser(RequestClass asked) {
        return switch (asked) {
            case READ, FEED -> reads;
            case WRITE, PROVIDER -> writes;
            case CHECKOUT -> checkout;
            case IMPORT -> imports;
        };
    }

    /** For whoever is at one address and has no token. */
    Policy ofAnyone(RequestClass asked) {
        return switch (asked) {
            case READ -> anonymousReads;
            case FEED -> feed;
            case WRITE, CHECKOUT, IMPORT -> anonymousWrites;
            case PROVIDER -> provider;
        };
    }

    /** After so long in silence every bucket is full again. */
    Duration longestWindow() {
        return Stream.of(
                        address,
                        refusedTokens,
                        client,
                        reads,
                        writes,
                        checkout,
                        imports,
                        feed,
                        anonymousReads,
                        anonymousWrites,
                        provider)
                .map(policy -> policy.quota().window())
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
