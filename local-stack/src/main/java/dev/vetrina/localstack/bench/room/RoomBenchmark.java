package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.Benchmark;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.BenchmarkRun;

/** A show that thousands watch. */
public final class RoomBenchmark implements Benchmark {

    @Override
    public String name() {
        return "room";
    }

    @Override
    public String summary() {
        return "a live feed to thousands of viewers on one gateway, beside the same frames by nchan and Socket.IO";
    }

    @Override
    public int usualSeconds() {
        return 200;
    }

    @Override
    public BenchmarkResult run(BenchmarkRun run) {
        RoomSchedule schedule =
                new RoomSchedule(run.load(), run.options().viewers().orElse(RoomSchedule.VIEWERS));
        OwnRoom own = new OwnRoom(run);
        try (Audience audience = Audience.of(schedule.viewers())) {
            RoomReport report = new RoomProgram(run, schedule, own, audience).play();
            BenchmarkResult result = report.result();
            new RoomRecord(run.rawFigures()).write(report.figures().rounds(), result);
            return result;
        } finally {
            own.end();
        }
    }
}
