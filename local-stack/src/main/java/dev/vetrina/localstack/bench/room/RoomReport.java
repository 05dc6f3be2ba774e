package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.room.peer.Nchan;
import dev.vetrina.localstack.bench.room.peer.SocketIo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The figures as a table and as one JSON object. */
record RoomReport(RoomFigures figures, OptionalDouble stolen) {

    private static final List<String> PEERS = List.of(Nchan.NAME, SocketIo.NAME);
    private static final String OWN = OwnRoom.NAME;

    BenchmarkResult result() {
        List<String> flaws = figures.flaws(PEERS);
        List<String> harm = figures.harm();
        return new BenchmarkResult(table(), json(!flaws.isEmpty() || !harm.isEmpty()), flaws, harm);
    }

    private Map<String, @Nullable Object> json(boolean isVoid) {
        int viewers = figures.viewers();
        OptionalDouble factsP99 = figures.factsMillis(OWN, viewers, 99);
        OptionalDouble nchanP99 = figures.factsMillis(Nchan.NAME, viewers, 99);
        OptionalDouble rate = figures.deliveriesPerCpuSecond(OWN);
        OptionalDouble nchanRate = figures.deliveriesPerCpuSecond(Nchan.NAME);
        OptionalDouble socketIoRate = figures.deliveriesPerCpuSecond(SocketIo.NAME);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("benchmark", "room");
        json.put("viewers", viewers);
        json.put("factsP50Ms", rounded(figures.factsMillis(OWN, viewers, 50)));
        json.put("factsP99Ms", rounded(factsP99));
        json.put("factsP99MsAt2000", rounded(figures.factsMillis(OWN, RoomSchedule.FEWER_VIEWERS, 99)));
        json.put("pulseP50Ms", rounded(figures.chatMillis(OWN, viewers, 50)));
        json.put("pulseP99Ms", rounded(figures.chatMillis(OWN, viewers, 99)));
        json.put("nchanP50Ms", rounded(figures.factsMillis(Nchan.NAME, viewers, 50)));
        json.put("nchanP99Ms", rounded(nchanP99));
        json.put("socketIoP50Ms", rounded(figures.factsMillis(SocketIo.NAME, viewers, 50)));
        json.put("socketIoP99Ms", rounded(figures.factsMillis(SocketIo.NAME, viewers, 99)));
        json.put("factsP99RatioToNchan", rounded(RoomFigures.ratio(factsP99, nchanP99)));
        json.put("deliveriesPerCpuSecond", rounded(rate));
        json.put("deliveriesPerCpuSecondOfGateway", rounded(figures.deliveriesPerFrontCpuSecond(OWN)));
        json.put("nchanDeliveriesPerCpuSecond", rounded(nchanRate));
        json.put("socketIoDeliveriesPerCpuSecond", rounded(socketIoRate));
        json.put("deliveriesPerCpuRatioToNchan", rounded(RoomFigures.ratio(rate, nchanRate)));
        json.put("deliveriesPerCpuRatioToSocketIo", rounded(RoomFigures.ratio(rate, socketIoRate)));
        OptionalDouble kib = RoomFigures.ratio(figures.bytesPerViewer(), OptionalDouble.of(1024));
        json.put("kibPerViewer", rounded(kib));
        PEERS.forEach(peer -> json.put(jsonName(peer) + "Spread", rounded(figures.spread(peer))));
        json.put("stolenPercent", rounded(RoomFigures.ratio(stolen, OptionalDouble.of(0.01))));
        json.put("void", isVoid);
        return json;
    }

    private static String jsonName(String contender) {
        return contender.equals(SocketIo.NAME) ? "socketIo" : contender;
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format(
                "  %-10s %7s %17s %17s %9s %10s %12s%n",
                "", "viewers", "facts p50, p99 ms", "chat p50, p99 ms", "pulses/s", "deliveries", "a CPU second"));
        figures.rounds().forEach(round -> table.append(row(round)));
        table.append(String.format(
                Locale.ROOT,
                "  Of %s the gateway alone makes %s deliveries a CPU second, and takes %s KiB for a viewer.%n",
                OWN,
                text(figures.deliveriesPerFrontCpuSecond(OWN), 1),
                text(figures.bytesPerViewer(), 1.0 / 1024)));
        stolen.ifPresent(
                share -> table.append(String.format(Locale.ROOT, "  %.0f %% of the CPU were stolen.%n", 100 * share)));
        figures.absent().forEach((peer, reason) -> table.append("  Not measured: " + peer + ", as " + reason + ".\n"));
        return table.toString();
    }

    static String row(RoomRound round) {
        return String.format(
                Locale.ROOT,
                "  %-10s %7d %8.0f %8.0f %8.0f %8.0f %9.1f %10d %12.0f%n",
                round.contender(),
                round.reception().viewers(),
                round.factsP50(),
                round.factsP99(),
                round.chatP50(),
                round.chatP99(),
                round.pulsesPerSecond(),
                round.reception().deliveries(),
                round.deliveriesPerCpuSecond());
    }

    private static String text(OptionalDouble figure, double factor) {
        return figure.isPresent() ? String.format(Locale.ROOT, "%.0f", factor * figure.getAsDouble()) : "no";
    }

    private static @Nullable Double rounded(OptionalDouble figure) {
        return figure.isPresent() ? Math.round(figure.getAsDouble() * 100) / 100.0 : null;
    }
}
