package dev.vetrina.gateway.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code vetrina.cache.*}: copies of public answers. */
@ConfigMapping(prefix = "vetrina.cache")
interface CacheSettings {

    /**
     * For how long an answer is given to others: 1 to 2 s. Each is kept for up to a fifth less, so that not all are asked for
     * again at once.
     */
    @WithDefault("1S")
    Duration ttl();

    /** For how much longer while the service is away; what has prices or stages never beyond the notice of their changes. */
    @WithDefault("5S")
    Duration staleIfAway();

    /** For how long a service is waited for by those who can be given its last answer instead. */
    @WithDefault("1S")
    Duration patience();

    /** For how long a question is not asked for all whose answer was not for all. */
    @WithDefault("5S")
    Duration passed();

    /** Of all answers together. */
    @WithDefault("33554432")
    long maxBytes();

    /** Of one answer. A longer one is proxied. */
    @WithDefault("1048576")
    long maxAnswerBytes();

    /** From the request until the service begins to answer. */
    @WithDefault("30S")
    Duration responseTimeout();
}
