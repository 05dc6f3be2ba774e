package dev.vetrina.localstack.room;

import java.time.Duration;
import java.util.Random;

/**
 * How large the room is, and how hard it is hit.
 *
 * @param seed of every choice that is made by chance: {@code -Dvetrina.seed} makes the same ones again
 * @param betweenPins how long a product is pinned
 * @param kills of a gateway and of an instance of live-session-service, in turns
 * @param betweenKills from one to the next, unless it takes longer until the killed process is back
 * @param factsOfAStay at most so many facts a viewer takes from one connection before it goes to the other gateway by itself
 */
record RoomPlan(long seed, int viewers, Duration betweenPins, int kills, Duration betweenKills, int factsOfAStay) {

    /** Each process once; with {@code -Dvetrina.soak=true} one every 20 seconds for three minutes. */
    static RoomPlan ofThisRun() {
        long seed = Long.getLong("vetrina.seed", new Random().nextInt(1_000_000));
        return Boolean.getBoolean("vetrina.soak")
                ? new RoomPlan(seed, 200, Duration.ofMillis(200), 9, Duration.ofSeconds(20), 150)
                : new RoomPlan(seed, 40, Duration.ofMillis(200), 4, Duration.ofSeconds(10), 60);
    }
}
