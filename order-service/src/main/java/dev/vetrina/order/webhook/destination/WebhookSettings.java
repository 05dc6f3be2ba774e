package dev.vetrina.order.webhook.destination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "vetrina.webhooks")
public interface WebhookSettings {

    /** Whether endpoints without TLS are taken: for a machine of one's own only. */
    @WithDefault("false")
    boolean allowHttp();

    /** Networks that may be reached although they are not public, such as {@code 127.0.0.0/8}, separated by commas. */
    Optional<List<String>> allowedNetworks();

    @WithDefault("20")
    int endpointsPerBrand();

    /** A longer message leaves out its lists, and they are fetched. In bytes. */
    @WithDefault("20000")
    int maxBodyBytes();

    /** How long connecting, and then answering, may take. */
    @WithDefault("15S")
    Duration attemptTimeout();

    /** How long an endpoint may fail without a single success, since it was last enabled or moved, before it is disabled. */
    @WithDefault("5D")
    Duration disableAfter();

    /** Endpoints to which one instance sends at the same time, of those that answer as they should. */
    @WithDefault("400")
    int healthyAtOnce();

    /** The same, of those whose last attempt failed: they use up no more than this, however many hang. */
    @WithDefault("100")
    int failingAtOnce();

    /** How long a sender that vanished keeps others from its endpoints. Longer than an attempt may take. */
    @WithDefault("60S")
    Duration lease();

    /** How often is looked for what nobody gave word of. */
    @WithDefault("500MS")
    Duration poll();
}
