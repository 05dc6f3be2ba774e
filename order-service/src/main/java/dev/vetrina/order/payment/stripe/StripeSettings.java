package dev.vetrina.order.payment.stripe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "vetrina.payment.stripe")
interface StripeSettings {

    /** The secret or restricted key. Without it Stripe is not asked. */
    Optional<String> apiKey();

    /** The secret of the webhook endpoint. Without it no event is believed. */
    Optional<String> webhookSecret();

    @WithDefault("https://api.stripe.com")
    URI apiBase();

    @WithDefault("5S")
    Duration connectTimeout();

    /** Stripe waits for banks: this is longer than most of them need. */
    @WithDefault("20S")
    Duration readTimeout();

    /** How old a webhook's signature may be. */
    @WithDefault("5M")
    Duration webhookTolerance();

    /** Whether the account may capture one authorisation in parts: Stripe grants it on request. */
    @WithDefault("false")
    boolean multicapture();

    /** How long cards stay authorised: 7 days with most networks for payments that the buyer makes. */
    @WithDefault("P7D")
    Duration authorisationLifetime();

    /** Marks what is ours where several installations share an account. */
    @WithDefault("default")
    String installation();

    /** Where a buyer comes back to after a challenge that needs another page. */
    Optional<URI> returnUrl();
}
