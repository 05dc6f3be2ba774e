package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.bench.Side.Turn;
import dev.vetrina.localstack.stack.CpuClock;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures one operation on both sides in turns: first the most that can be done, then how long it takes below that. */
final class Contest {

    /** Of the maximum: a system in use is not driven to its limit, where any latency can be had. */
    private static final double COMFORTABLE = 0.7;

    private final Operation operation;
    private final Ports ports;
    private final Consumer<String> progress;
    private final List<Round> rounds = new ArrayList<>();

    Contest(Operation operation, Ports ports, Consumer<String> progress) {
        this.operation = operation;
        this.ports = ports;
        this.progress = progress;
    }

    Comparison run(Timetable timetable) {
        Side.inTurns(1).forEach(turn -> play(Loop.WARM_UP, turn, timetable.warmUp(), 0));
        Side.inTurns(Timetable.CLOSED_ROUNDS).forEach(turn -> play(Loop.CLOSED, turn, timetable.closedRound(), 0));
        Comparison sofar = new Comparison(operation.name(), rounds);
        Side.inTurns(Timetable.OPEN_ROUNDS)
                .forEach(turn ->
                        play(Loop.OPEN, turn, timetable.openRound(), COMFORTABLE * sofar.perSecond(turn.side())));
        return new Comparison(operation.name(), rounds);
    }

    /** @param offered requests a second, which only an open loop needs */
    private void play(Loop loop, Turn turn, Duration length, double offered) {
        CpuClock cpu = CpuClock.now();
        List<Client> clients = connect(turn.side());
        try {
            List<Sample> samples = loop == Loop.OPEN
                    ? LoadGenerator.openLoop(clients, offered, length)
                    : LoadGenerator.closedLoop(clients, length);
            Round round = new Round(
                    operation.name(),
                    loop,
                    turn,
                    length,
                    offered,
                    operation.expectedStatus(),
                    samples,
                    CpuClock.now().stolenSince(cpu));
            rounds.add(round);
            progress.accept(line(round));
        } finally {
            clients.forEach(Client::close);
        }
    }

    private List<Client> connect(Side side) {
        int port = ports.of(side == Side.DIRECT ? operation.service() : Port.GATEWAY);
        List<Client> clients = new ArrayList<>();
        try {
            for (int client = 1; client <= operation.connections(); client++) {
                clients.add(HttpClientConnection.to(port, operation.requests("127.0.0.1:" + port, client)));
            }
            return clients;
        } catch (IOException e) {
            clients.forEach(Client::close);
            throw new StackFailure("Cannot connect to port " + port + ": is the system still up?", e);
        }
    }

    private static String line(Round round) {
        return String.format(
                Locale.ROOT,
                "  %-5s  %-7s  %-7s %d  %6.0f/s%s%s",
                round.operation(),
                round.loop().label(),
                round.side().label(),
                round.turn().round(),
                round.perSecond(),
                round.stolen().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "  %2.0f %% stolen",
                                100 * round.stolen().getAsDouble())
                        : "",
                round.failed() > 0 ? "  " + round.failed() + " failed" : "");
    }
}
