package dev.vetrina.order.payment.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An account whose API is somewhere else. */
record StripeTestSettings(URI apiBase, boolean multicapture) implements StripeSettings {

    static final String SECRET = "whsec_test";

    @Override
    public Optional<String> apiKey() {
        return Optional.of("sk_test_123");
    }

    @Override
    public Optional<String> webhookSecret() {
        return Optional.of(SECRET);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration readTimeout() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration webhookTolerance() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration authorisationLifetime() {
        return Duration.ofDays(7);
    }

    @Override
    public String installation() {
        return "default";
    }

    @Override
    public Optional<URI> returnUrl() {
        return Optional.empty();
    }
}
