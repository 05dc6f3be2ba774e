package dev.vetrina.localstack.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service as a process of its own, which can be killed and started again. */
public final class ServiceProcess {

    /** A little longer than the services give their own requests to finish. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(12);

    private final Instance instance;
    private final Path jar;
    private final URI health;
    private final Path logs;
    private final Path log;
    private final Map<String, String> environment;
    private final Watchdog watchdog;
    private @Nullable Process process;

    ServiceProcess(Instance instance, StackOptions options, Map<String, String> environment, Watchdog watchdog) {
        this.instance = instance;
        this.jar = jar(options.project(), instance.service());
        this.health = URI.create(options.ports().url(instance.port()) + "/q/health/ready");
        this.logs = options.logs();
        this.log = logs.resolve(instance.id() + ".log");
        this.environment = Map.copyOf(environment);
        this.watchdog = watchdog;
    }

    public Service service() {
        return instance.service();
    }

    public Port port() {
        return instance.port();
    }

    /** The name of its process. */
    public String id() {
        return instance.id();
    }

    public synchronized ProcessHandle handle() {
        if (process == null) {
            throw new IllegalStateException(id() + " is not started");
        }
        return process.toHandle();
    }

    /** Starts the process and waits until it is ready. */
    public void start() {
        launch();
        try (ReadyGate gate = new ReadyGate()) {
            if (!gate.awaitReady(health, handle()::isAlive)) {
                throw new StackFailure("The service " + id() + " did not become ready. The end of its log, " + log
                        + ":\n" + FileTree.tail(log));
            }
        }
    }

    private synchronized void launch() {
        if (!Files.exists(jar)) {
            throw new StackFailure("There is no " + jar + ": build the services with ./vetrina build.");
        }
        ProcessBuilder builder = new ProcessBuilder(Child.command(command(instance.service(), jar)))
                .directory(logs.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            watchdog.watch(started.toHandle(), "TERM");
            var _ = started.onExit().thenAccept(ended -> watchdog.forget(ended.toHandle()));
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would: {@code kill -9}. */
    public synchronized void kill() {
        ProcessHandle victim = handle();
        victim.destroyForcibly();
        Leftovers.ended(List.of(victim), STOP_LIMIT);
    }

    /** Lets it stand still, with all it holds, until {@link #resume}: {@code kill -STOP}. */
    public synchronized void pause() {
        Leftovers.signal(handle(), "STOP");
    }

    public synchronized void resume() {
        Leftovers.signal(handle(), "CONT");
    }

    /**
     * What starts a packaged service, for whoever runs one outside the stack.
     *
     * @param project the folder of the project
     */
    public static List<String> command(Path project, Service service) {
        return command(service, jar(project, service));
    }

    private static Path jar(Path project, Service service) {
        return project.resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static List<String> command(Service service, Path jar) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(JvmOptions.of(service));
        java.addAll(List.of("-jar", jar.toString()));
        return java;
    }

    /** Lets it finish its requests, and ends it if it does not. */
    synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!Leftovers.ended(List.of(process.toHandle()), STOP_LIMIT)) {
            kill();
        }
    }
}
