package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.WarmUp;
import dev.vetrina.localstack.bench.room.Contender.Venue;
import dev.vetrina.localstack.bench.room.peer.Nchan;
import dev.vetrina.localstack.bench.room.peer.SocketIo;
import dev.vetrina.localstack.stack.CpuClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Who plays in which order: everybody in turns, so that slow minutes of the machine meet all alike. */
final class RoomProgram {

    private final BenchmarkRun run;
    private final RoomSchedule schedule;
    private final OwnRoom own;
    private final RoomStage stage;
    private final List<RoomRound> rounds = new ArrayList<>();
    private final Map<String, String> absent = new TreeMap<>();
    /** Of our own feed, before as many viewers: what the others play. */
    private List<RecordedFrame> recorded = List.of();

    RoomProgram(BenchmarkRun run, RoomSchedule schedule, OwnRoom own, Audience audience) {
        this.run = run;
        this.schedule = schedule;
        this.own = own;
        this.stage = new RoomStage(audience);
    }

    RoomReport play() {
        List<Contender> contenders = contenders();
        OptionalDouble bytesPerViewer = warmUp(contenders);
        CpuClock cpu = CpuClock.now();
        for (int round = 1; round <= RoomSchedule.ROUNDS; round++) {
            contenders.forEach(contender -> open(contender, schedule.viewers(), "round"));
            if (schedule.hasSmallRounds()) {
                open(own, RoomSchedule.FEWER_VIEWERS, "round");
            }
        }
        RoomFigures figures = new RoomFigures(schedule.viewers(), rounds, absent, bytesPerViewer);
        return new RoomReport(figures, CpuClock.now().stolenSince(cpu));
    }

    private List<Contender> contenders() {
        Path module = run.project().resolve("local-stack");
        return List.of(
                own,
                new Nchan(run.rawFigures().resolve("nchan"), () -> recorded),
                new SocketIo(
                        module.resolve("src/main/peers/socket-io"),
                        module.resolve("target/bench/socket-io"),
                        () -> recorded));
    }

    /**
     * Ours in parts until the compilers are done with it, then each peer once. Everything that the gateway grows by while viewers come
     * for the first time is counted as theirs.
     */
    private OptionalDouble warmUp(List<Contender> contenders) {
        List<OptionalLong> bytes = new ArrayList<>(List.of(ServerUse.residentBytes(own.gateway())));
        WarmUp warmUp = RoomSchedule.warmUp();
        while (warmUp.goesOn()) {
            RoomRound part = stage.play(OwnRoom.NAME, own.open(), schedule.viewers(), schedule.part(), () -> {
                if (bytes.size() == 1) {
                    bytes.add(ServerUse.residentBytes(own.gateway()));
                }
            });
            keep(part, "warm-up");
            warmUp.add(part.deliveriesPerCpuSecond());
        }
        contenders.stream()
                .filter(contender -> !contender.equals(own))
                .forEach(peer -> open(peer, schedule.viewers(), "warm-up"));
        rounds.clear();
        return bytes.stream().allMatch(OptionalLong::isPresent)
                ? OptionalDouble.of((double) (bytes.getLast().orElseThrow()
                                - bytes.getFirst().orElseThrow())
                        / schedule.viewers())
                : OptionalDouble.empty();
    }

    /** A peer that is not there is not measured; that it is not is said. */
    private void open(Contender contender, int viewers, String kind) {
        if (absent.containsKey(contender.name())) {
            return;
        }
        try (Venue venue = contender.open()) {
            Duration part = schedule.part();
            keep(stage.play(contender.name(), venue, viewers, part, () -> {}), kind);
        } catch (IOException | UncheckedIOException e) {
            leaveOut(contender, String.valueOf(e.getMessage()));
        }
    }

    private void leaveOut(Contender contender, String reason) {
        absent.put(contender.name(), reason);
        run.progress().accept("  Not measured: " + contender.name() + ", as " + reason);
    }

    private void keep(RoomRound round, String kind) {
        rounds.add(round);
        if (round.contender().equals(OwnRoom.NAME) && round.wanted() == schedule.viewers()) {
            recorded = round.recording().frames();
        }
        run.progress().accept("  " + kind + RoomReport.row(round).stripTrailing());
    }
}
