package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.room.Contender.Venue;
import dev.vetrina.localstack.stack.Pauses;
import java.time.Duration;
import java.util.List;

/** Plays single rounds before one audience. */
record RoomStage(Audience audience) {

    /** Whoever has just come or gone still costs something. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(20);
    /** So often nothing more came when everything is said to have come. */
    private static final int QUIET_POLLS = 3;

    /** @param whenWatched is run while everybody is still there, and takes no part in the figures */
    RoomRound play(String name, Venue venue, int viewers, Duration length, Runnable whenWatched) {
        int joined = audience.join(venue.feed(), viewers);
        try {
            Pauses.pause(SETTLING);
            audience.begin();
            List<ProcessHandle> servers = venue.servers();
            double cpuBefore = ServerUse.cpuSeconds(servers);
            double frontBefore = ServerUse.cpuSeconds(servers.subList(0, 1));
            long begun = System.nanoTime();
            Recording recording = venue.play(length);
            drain(joined, recording);
            RoomRound round = new RoomRound(
                    name,
                    viewers,
                    length,
                    Duration.ofNanos(System.nanoTime() - begun),
                    recording,
                    Reception.of(joined, audience.report(), recording),
                    ServerUse.cpuSeconds(servers) - cpuBefore,
                    ServerUse.cpuSeconds(servers.subList(0, 1)) - frontBefore);
            whenWatched.run();
            return round;
        } finally {
            audience.leave();
            Pauses.pause(SETTLING);
        }
    }

    /** What is late is waited for: if it were left out, the slowest would look the quickest. */
    private void drain(int viewers, Recording recording) {
        long facts = (long) viewers * recording.facts().size();
        long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
        Audience.Told told = audience.told();
        for (int quiet = 0; System.nanoTime() < deadline && (told.facts() < facts || quiet < QUIET_POLLS); ) {
            Pauses.pause(POLL);
            Audience.Told now = audience.told();
            quiet = now.equals(told) ? quiet + 1 : 0;
            told = now;
        }
    }
}
