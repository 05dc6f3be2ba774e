package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.identity.IdentityServer;
import dev.vetrina.testkit.server.EmbeddedKafka;
import dev.vetrina.testkit.server.EmbeddedPostgreSql;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    /** The name that order-service gives itself at the identity provider unless it is told another. */
    private static final String IDENTITY_ADMIN = "vetrina-onboarding";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StackOptions options;
    private final Consumer<String> progress;
    private final long startedAt = System.nanoTime();
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final Map<Instance, ServiceProcess> services = new LinkedHashMap<>();
    private @Nullable Watchdog watchdog;
    private @Nullable EmbeddedPostgreSql postgreSql;
    private @Nullable ProcessHandle watchedPostmaster;
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

    /** The first or only process of a service. */
    public ServiceProcess service(Service service) {
        return instances(service).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(service.id() + " is not started"));
    }

    /** Every process of a service. */
    public List<ServiceProcess> instances(Service service) {
        return services.values().stream()
                .filter(process -> process.service() == service)
                .toList();
    }

    /** Starts a killed service again. */
    public void restart(Service service) {
        restart(service(service));
    }

    /** Starts a killed process of a service again. */
    public void restart(ServiceProcess process) {
        process.start();
        writeRunFile();
    }

    /** Ends the database as a power cut would: {@code kill -9} of its first process, which the others do not outlive. */
    public void killPostgreSql() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        Leftovers.ended(List.of(postmaster), PATIENCE);
        // A new server refuses to start while one of the old processes still uses the shared memory.
        Leftovers.ended(backends, PATIENCE);
    }

    /** Starts a killed database again, on the same data. */
    public void restartPostgreSql() {
        stopPostgreSql();
        runPostgreSql();
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
        services.values().forEach(service -> processes.put(service.id(), service.handle()));
        processes.put(KAFKA, kafka().processHandle());
        processes.put(POSTGRESQL, postmaster());
        return processes;
    }

    private void start() {
        prepareHome();
        watchdog = Watchdog.start();
        onClose(watchdog()::close);
        String issuer = startIdentity();
        Parallel.run(List.of(this::startPostgreSql, this::startKafka));
        startServices(issuer);
        writeRunFile();
    }

    private void prepareHome() {
        FileTree.create(options.home());
        onClose(HomeLock.take(options.home())::close);
        RunFile.read(options.runFile()).ifPresent(Leftovers::stop);
        options.ports().requireFree(options.usedPorts());
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
        identity.addAdministrator(IDENTITY_ADMIN, ServiceEnvironment.identityAdminSecret(options));
        return identity.issuer();
    }

    private void startPostgreSql() {
        FileTree.rotate(options.logs().resolve("postgresql.log"));
        onClose(this::stopPostgreSql);
        runPostgreSql();
        report("PostgreSQL");
    }

    private void runPostgreSql() {
        postgreSql = Infrastructure.startPostgreSql(options);
        watchedPostmaster = postmaster();
        watchdog().watch(watchedPostmaster, Leftovers.signalFor(POSTGRESQL));
    }

    /** Also of a server that was killed: the library that started it holds a lock on its data until then. */
    private void stopPostgreSql() {
        if (postgreSql != null) {
            postgreSql.close();
        }
        if (watchedPostmaster != null) {
            watchdog().forget(watchedPostmaster);
        }
    }

    private Watchdog watchdog() {
        return started(watchdog, "the watchdog");
    }

    private void startKafka() {
        FileTree.rotate(options.logs().resolve("kafka.log"));
        EmbeddedKafka broker = Infrastructure.startKafka(options);
        kafka = broker;
        onClose(broker::close);
        report("Kafka");
    }

    /** The gateway comes with the others, but is ready only when they are asked for through it. */
    private void startServices(String issuer) {
        List<Runnable> starts = new ArrayList<>();
        for (Instance instance : Instance.all(options)) {
            FileTree.rotate(options.logs().resolve(instance.id() + ".log"));
            ServiceProcess process = new ServiceProcess(
                    instance, options, ServiceEnvironment.of(instance, options, postgreSql(), issuer), watchdog());
            services.put(instance, process);
            starts.add(() -> {
                process.start();
                report(instance.service().folder() + (instance.number() == 1 ? "" : " " + instance.number()));
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
