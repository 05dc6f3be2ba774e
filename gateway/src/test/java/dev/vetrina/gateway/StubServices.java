package dev.vetrina.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Tells the gateway under test where the stubs are, and durations short enough for a test. */
public final class StubServices implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("vetrina.upstream.catalog", Stubs.catalog().address()),
                Map.entry("vetrina.upstream.live", Stubs.live().address()),
                // Of two instances one is away, in every test.
                Map.entry(
                        "vetrina.upstream.order",
                        "http://127.0.0.1:1," + Stubs.order().address()),
                Map.entry("vetrina.proxy.response-timeout", "1S"),
                Map.entry("vetrina.proxy.import-timeout", "30S"),
                Map.entry("vetrina.proxy.trusted-proxies", "127.0.0.2"),
                // Longer than a test may take: the clock is moved. What has prices is kept as briefly as ever.
                Map.entry("vetrina.cache.ttl", "60S"),
                Map.entry("vetrina.page.part-timeout", "0.5S"),
                // The tests are one caller; what is limited here is what a test uses up.
                Map.entry("vetrina.limits.feed", "1000000/60S"),
                Map.entry("vetrina.limits.anonymous-reads", "1000000/60S"),
                Map.entry("vetrina.limits.anonymous-writes", "1000000/60S"),
                Map.entry("vetrina.limits.refused-tokens", "60/300S"),
                Map.entry("vetrina.shedding.late-answer", "1S"),
                // Services that give no answer are tests of their own, and leave room for what the next one asks at
                // once.
                Map.entry("vetrina.shedding.min-in-flight", "512"),
                Map.entry("vetrina.connections.head-timeout", "4S"),
                Map.entry("vetrina.connections.body-grace", "1S"),
                Map.entry("vetrina.feed.heartbeat", "0.3S"),
                Map.entry("vetrina.feed.upstream-silence", "2S"),
                Map.entry("vetrina.feed.opening-timeout", "1S"),
                // A soak bears with a reader that takes nothing for longer.
                Map.entry("vetrina.feed.max-stall", Boolean.getBoolean("vetrina.soak") ? "60S" : "5S"),
                // Longer than that, or the server closes the connection as an idle one before it counts as stalled.
                Map.entry("quarkus.http.idle-timeout", Boolean.getBoolean("vetrina.soak") ? "120S" : "60S"),
                Map.entry("vetrina.feed.max-viewers", "250"),
                Map.entry("vetrina.feed.linger", "0.3S"),
                Map.entry("vetrina.feed.ring-facts", "50"),
                Map.entry("vetrina.feed.reconnect-min", "0.02S"));
    }

    @Override
    public void stop() {}
}
