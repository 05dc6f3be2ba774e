package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.identity.IdentityServer;
import dev.vetrina.testkit.server.EmbeddedKafka;
import dev.vetrina.testkit.server.EmbeddedPostgreSql;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole system, running. Closing it stops everything in order: who needs something stops before it. */
public final class LocalStack implements AutoCloseable {

    static final String POSTGRESQL = "postgresql";
    static final String KAFKA = "kafka";

    private final StackOptions options;
    private final Consumer<String> progress;
    private final long startedAt = System.nanoTime();
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private @Nullable EmbeddedPostgreSql postgreSql;
    private @Nullable EmbeddedKafka kafka;

    private LocalStack(StackOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Starts everything and returns once the gateway is ready.
     *
     * @param progress is told what has become ready
     * @throws StackFailure if a port is taken, a part does not start, or a stack already runs in this home
     */
    public static LocalStack start(StackOptions options, Consumer<String> progress) {
        LocalStack stack = new LocalStack(options, progress);
        try {
            stack.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public StackOptions options() {
        return options;
    }

    /** The broker, which can be killed and started again. */
    public EmbeddedKafka kafka() {
        return started(kafka, KAFKA);
    }

    public EmbeddedPostgreSql postgreSql() {
        return started(postgreSql, POSTGRESQL);
    }

    public ServiceProcess service(Service service) {
        return started(services.get(service), service.id());
    }

    /** Starts a killed service again. */
    public void restart(Service service) {
        service(service).start();
        writeRunFile();
    }

    /** Starts a killed broker again. */
    public void restartKafka() {
        kafka().start();
        writeRunFile();
    }

    /** Every process but the launcher's own, by name, those that PostgreSQL forks not counted. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        services.values().forEach(service -> processes.put(service.service().id(), service.handle()));
        processes.put(KAFKA, kafka().processHandle());
        processes.put(POSTGRESQL, postmaster());
        return processes;
    }

    private void start() {
        prepareHome();
        Watchdog watchdog = Watchdog.start();
        onClose(watchdog::close);
        String issuer = startIdentity();
        Parallel.run(List.of(() -> startPostgreSql(watchdog), this::startKafka));
        startServices(watchdog, issuer);
        writeRunFile();
    }

    private void prepareHome() {
        FileTree.create(options.home());
        onClose(HomeLock.take(options.home())::close);
        RunFile.read(options.runFile()).ifPresent(Leftovers::stop);
        options.ports().requireFree();
        if (options.fresh()) {
            FileTree.delete(options.data());
        }
        FileTree.create(options.data());
        FileTree.create(options.logs());
        onClose(() -> FileTree.delete(options.runFile()));
    }

    private String startIdentity() {
        IdentityServer identity = IdentityServer.start(
                options.ports().of(Port.IDENTITY), options.data().resolve("identity-key.json"));
        onClose(identity::close);
        DemoAccounts.register(identity);
        return identity.issuer();
    }

    private void startPostgreSql(Watchdog watchdog) {
        FileTree.rotate(options.logs().resolve("postgresql.log"));
        EmbeddedPostgreSql server = Infrastructure.startPostgreSql(options);
        postgreSql = server;
        ProcessHandle postmaster = postmaster();
        watchdog.watch(postmaster, Leftovers.signalFor(POSTGRESQL));
        onClose(() -> {
            server.close();
            watchdog.forget(postmaster);
        });
        report("PostgreSQL");
    }

    private void startKafka() {
        FileTree.rotate(options.logs().resolve("kafka.log"));
        EmbeddedKafka broker = Infrastructure.startKafka(options);
        kafka = broker;
        onClose(broker::close);
        report("Kafka");
    }

    /** The gateway comes with the others, but is ready only when they are asked for through it. */
    private void startServices(Watchdog watchdog, String issuer) {
        List<Runnable> starts = new ArrayList<>();
        for (Service service : Service.values()) {
            FileTree.rotate(options.logs().resolve(service.id() + ".log"));
            ServiceProcess process = new ServiceProcess(
                    service, options, ServiceEnvironment.of(service, options, postgreSql(), issuer), watchdog);
            services.put(service, process);
            starts.add(() -> {
                process.start();
                report(service.folder());
            });
        }
        onClose(() -> Parallel.run(services.values().stream()
                .<Runnable>map(process -> process::stop)
                .toList()));
        Parallel.run(starts);
    }

    private ProcessHandle postmaster() {
        long pid = postgreSql().postmasterPid();
        return ProcessHandle.of(pid)
                .orElseThrow(() -> new StackFailure("PostgreSQL (process " + pid + ") has ended unexpectedly."));
    }

    private void writeRunFile() {
        Map<String, ProcessMark> marks = new LinkedHashMap<>();
        processes().forEach((name, process) -> marks.put(name, ProcessMark.of(process)));
        new RunFile(ProcessMark.of(ProcessHandle.current()), marks, options.ports()).write(options.runFile());
    }

    private void report(String part) {
        Duration since = Duration.ofNanos(System.nanoTime() - startedAt);
        progress.accept(String.format(Locale.ROOT, "%5.1f s  %s is ready", since.toMillis() / 1000.0, part));
    }

    private synchronized void onClose(Runnable step) {
        closing.push(step);
    }

    /** Every step is taken, also after one that fails; the first failure is thrown at the end. */
    @Override
    public void close() {
        // An interrupt that led here has done its work; stopping takes its time.
        Thread.interrupted();
        RuntimeException failure = null;
        for (Runnable step = nextStep(); step != null; step = nextStep()) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized @Nullable Runnable nextStep() {
        return closing.poll();
    }

    private static <T> T started(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(name + " is not started");
        }
        return part;
    }
}
