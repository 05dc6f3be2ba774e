package dev.vetrina.order.payment.simulated;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "vetrina.payment.simulated")
interface SimulatedSettings {

    /** Whether it declares that one authorisation can be captured in parts. */
    @WithDefault("true")
    boolean multicapture();

    /** How long its authorisations last. */
    @WithDefault("P7D")
    Duration authorisationLifetime();

    /** Where its webhooks are sent; without it none are. */
    Optional<URI> webhookUrl();

    /** With which its webhooks are signed: no real money hangs on it. */
    @WithDefault("whsec_simulated")
    String webhookSecret();

    /** How old a webhook may be. */
    @WithDefault("PT5M")
    Duration webhookTolerance();
}
