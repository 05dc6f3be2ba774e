package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How long each fault lasts, and what it meets.
 *
 * @param seed of every choice that is made by chance: {@code -Dchaos.seed} makes the same ones again
 * @param orderInstances how many processes of order-service there are
 * @param rounds how often each fault is made
 * @param kafkaOutage how long the broker is away
 * @param freeze how long a process stands still: longer than a hold, and than the relay keeps its lock
 * @param storm how long the provider goes on repeating its events once the killed process is back
 */
record FaultPlan(
        long seed,
        int orderInstances,
        int buyers,
        int rounds,
        Duration hold,
        Duration relayLock,
        Duration kafkaOutage,
        Duration freeze,
        Duration storm) {

    /**
     * One short run on two instances; with {@code -Dvetrina.soak=true} long ones, on one instance and on two.
     * {@code -Dchaos.instances} wants so many only.
     */
    static List<FaultPlan> ofThisRun() {
        long seed = Long.getLong("chaos.seed", Long.getLong("vetrina.seed", new Random().nextInt(1_000_000)));
        Integer wanted = Integer.getInteger("chaos.instances");
        if (Boolean.getBoolean("vetrina.soak")) {
            return wanted == null ? List.of(full(seed, 1), full(seed + 1, 2)) : List.of(full(seed, wanted));
        }
        return List.of(brief(seed, wanted == null ? 2 : wanted));
    }

    private static FaultPlan brief(long seed, int orderInstances) {
        return new FaultPlan(
                seed,
                orderInstances,
                16,
                1,
                Duration.ofSeconds(8),
                Duration.ofSeconds(4),
                Duration.ofSeconds(8),
                Duration.ofSeconds(11),
                Duration.ofSeconds(2));
    }

    private static FaultPlan full(long seed, int orderInstances) {
        return new FaultPlan(
                seed,
                orderInstances,
                32,
                2,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20));
    }

    /** Durations that a test can wait for, as the services' environment. */
    Map<String, String> settings() {
        return Map.of(
                "VETRINA_CHECKOUT_HOLD",
                hold.toString(),
                "VETRINA_CHECKOUT_PAYMENT_CLOSES_BEFORE",
                "2S",
                "VETRINA_OUTBOX_LOCK_TIMEOUT",
                relayLock.toString(),
                "VETRINA_PROXY_RESPONSE_TIMEOUT",
                "3S");
    }
}
