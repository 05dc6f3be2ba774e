package dev.vetrina.localstack.bench.siege;

import dev.vetrina.localstack.bench.Benchmark;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.demo.Percentiles;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.stack.MemoryUse;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a client beside hostile ones notices of them, and what they cost the gateway. */
public final class SiegeBenchmark implements Benchmark {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "siege";
    }

    @Override
    public String summary() {
        return "a client's reads beside 10,000 idle connections, slow heads, slow bodies and malformed requests";
    }

    @Override
    public int usualSeconds() {
        return 150;
    }

    @Override
    public BenchmarkResult run(BenchmarkRun run) {
        ProcessHandle gateway = run.processes().get(Service.GATEWAY.id());
        if (gateway == null) {
            throw new StackFailure("There is no gateway in this system.");
        }
        Duration each = run.load().dividedBy(Attack.values().length);
        List<SiegeRound> rounds = new ArrayList<>();
        read(run, each.dividedBy(3), new ArrayList<>());
        for (Attack attack : Attack.values()) {
            run.progress().accept("  " + attack.label());
            rounds.add(round(run, attack, each, gateway));
        }
        BenchmarkResult result = new SiegeReport(rounds).result();
        write(run.rawFigures(), result);
        return result;
    }

    private static SiegeRound round(BenchmarkRun run, Attack attack, Duration length, ProcessHandle gateway) {
        try (Besiegers besiegers = Besiegers.begin(attack, run.ports().of(Port.GATEWAY))) {
            List<Duration> latencies = new ArrayList<>();
            int failed = read(run, length, latencies);
            return new SiegeRound(
                    attack,
                    new Percentiles(latencies),
                    failed,
                    besiegers.held(),
                    besiegers.opened(),
                    besiegers.lost(),
                    MemoryUse.proportionalSetSize(gateway));
        }
    }

    /** As one client that asks fifty times a second, when it was due to ask. */
    private static int read(BenchmarkRun run, Duration length, List<Duration> latencies) {
        RestApi api = new RestApi(URI.create(run.ports().url(Port.GATEWAY)), PATIENCE);
        int failed = 0;
        long end = System.nanoTime() + length.toNanos();
        for (long due = System.nanoTime(); due < end; due += EVERY_NANOS) {
            LockSupport.parkNanos(due - System.nanoTime());
            Answer answer = api.once(Call.get("/v1/markets"));
            latencies.add(Duration.ofNanos(System.nanoTime() - due));
            failed += answer.status() == 200 ? 0 : 1;
        }
        return failed;
    }

    private static void write(Path folder, BenchmarkResult result) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("result.json"), result.json() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
