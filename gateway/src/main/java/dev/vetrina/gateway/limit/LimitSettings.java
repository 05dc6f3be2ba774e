package dev.vetrina.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@code vetrina.limits.*}: how often one caller may ask. A quota is requests in seconds, {@code 600/60S}. */
@ConfigMapping(prefix = "vetrina.limits")
interface LimitSettings {

    /**
     * {@code redis://host:port} of a Redis or Valkey in which the gateway's instances count together. Without it, and while it is
     * away, each counts for itself.
     */
    Optional<String> store();

    /** Nobody waits longer for one answer of the store; it is then taken for away for {@link #storeRest()}. */
    @WithDefault("0.05S")
    Duration storeTimeout();

    @WithDefault("1S")
    Duration storeRest();

    /** Callers that are remembered. Beyond, whoever was quiet longest is forgotten, which gives a full quota. */
    @WithDefault("50000")
    int maxCallers();

    /** Of one address, whatever it asks and whoever it says it is. */
    @WithDefault("60000/60S")
    Quota address();

    /**
     * Access tokens of one address that were wrong, expired ones not counted. Beyond, only those of subjects that were there before
     * are verified, each of whom has this quota for itself; what was verified a moment ago passes in any case.
     */
    @WithDefault("300/60S")
    Quota refusedTokens();

    /** Of all users of one client together. */
    @WithDefault("60000/60S")
    Quota client();

    @WithDefault("3000/60S")
    Quota reads();

    @WithDefault("1200/60S")
    Quota writes();

    /** Orders, quotes and payments. */
    @WithDefault("120/60S")
    Quota checkout();

    @WithDefault("30/60S")
    Quota imports();

    /** Of one address, as viewers are anonymous; many may be behind one. */
    @WithDefault("3000/60S")
    Quota feed();

    /** Of one address, without a token. */
    @WithDefault("6000/60S")
    Quota anonymousReads();

    @WithDefault("600/60S")
    Quota anonymousWrites();

    /** What one address tells as a payment provider. */
    @WithDefault("6000/60S")
    Quota provider();
}
