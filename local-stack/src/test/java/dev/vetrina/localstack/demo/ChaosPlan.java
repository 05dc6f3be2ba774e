package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * How large a show is, and how hard it is hit.
 *
 * @param seed of every choice that is made by chance: {@code -Dvetrina.seed} makes the same ones again
 * @param buyersOfAPin how many want the product that is pinned
 * @param units on sale of all products together, fewer than are wanted
 * @param killsOfOrderService each while another product is pinned
 * @param kafkaOutage how long the broker is away, at least
 * @param killsDuringTheOutage whether order-service is killed once more while the broker is away
 */
record ChaosPlan(
        long seed,
        int viewers,
        int buyersOfAPin,
        int units,
        int killsOfOrderService,
        Duration kafkaOutage,
        boolean killsDuringTheOutage) {

    private static final int SHOWS_AT_FULL_LENGTH = 3;

    /** One short show, each fault once; with {@code -Dvetrina.soak=true} several long ones. */
    static List<ChaosPlan> ofThisRun() {
        long seed = Long.getLong("vetrina.seed", new Random().nextInt(1_000_000));
        return Boolean.getBoolean("vetrina.soak")
                ? LongStream.range(seed, seed + SHOWS_AT_FULL_LENGTH)
                        .mapToObj(ChaosPlan::full)
                        .toList()
                : List.of(brief(seed));
    }

    private static ChaosPlan brief(long seed) {
        return new ChaosPlan(seed, 40, 25, 96, 1, Duration.ofSeconds(5), false);
    }

    private static ChaosPlan full(long seed) {
        return new ChaosPlan(seed, 150, 100, 320, 3, Duration.ofSeconds(60), true);
    }
}
