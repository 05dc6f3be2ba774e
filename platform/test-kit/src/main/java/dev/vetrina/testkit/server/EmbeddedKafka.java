package dev.vetrina.testkit.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Kafka broker as a child process that serves on the loopback interface. */
public final class EmbeddedKafka implements KafkaServer, AutoCloseable {

    private static final int STOP_SECONDS = 15;

    private final int port;
    private final Path dataDirectory;
    private final Path log;
    private final @Nullable Path temporary;
    private final BrokerLaunch launch;
    private @Nullable Process process;

    private EmbeddedKafka(int port, Path dataDirectory, Path log, @Nullable Path temporary, BrokerLaunch launch) {
        this.port = port;
        this.dataDirectory = dataDirectory;
        this.log = log;
        this.temporary = temporary;
        this.launch = launch;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The broker's process, for tests that end or pause it behind our back. */
    public ProcessHandle processHandle() {
        return process().toHandle();
    }

    synchronized Process process() {
        if (process == null) {
            throw new IllegalStateException("Kafka is not started");
        }
        return process;
    }

    @Override
    public void stop() {
        kill();
    }

    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitExit(process);
        }
    }

    public void restart() {
        kill();
        start();
    }

    @Override
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        process = BrokerProcess.launch(port, dataDirectory, log, launch);
    }

    /** Stops the broker cleanly, so that its next start has nothing to recover. */
    @Override
    public synchronized void close() {
        if (process != null) {
            // Not Process.destroy(), which also closes the pipe: the broker would take us for dead and halt at once.
            process.toHandle().destroy();
            if (!awaitExit(process)) {
                kill();
            }
        }
        if (temporary != null) {
            Directories.delete(temporary);
        }
    }

    private static boolean awaitExit(Process process) {
        try {
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Without a port a free one is taken; without a data directory a temporary one, deleted on close. */
    public static final class Builder {
        private int port;
        private @Nullable Path dataDirectory;
        private @Nullable Path log;
        private BrokerLaunch launch = BrokerLaunch.SMALL;

        private Builder() {}

        /** Words in front of the command, such as a shell that sets signals before it becomes the broker. */
        public Builder commandPrefix(List<String> prefix) {
            this.launch = new BrokerLaunch(prefix, launch.memoryOptions());
            return this;
        }

        /** The JVM's options about heap, collector and compiler, in place of the usual ones of a small broker. */
        public Builder memoryOptions(List<String> options) {
            this.launch = new BrokerLaunch(launch.prefix(), options);
            return this;
        }

        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Formatted on the first start, kept between starts. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory.toAbsolutePath();
            return this;
        }

        /** Where warnings go; next to the data directory by default. */
        public Builder log(Path log) {
            this.log = log.toAbsolutePath();
            return this;
        }

        public EmbeddedKafka start() {
            int chosenPort = port != 0 ? port : FreePort.find();
            EmbeddedKafka kafka = dataDirectory != null ? kept(chosenPort, dataDirectory) : passing(chosenPort);
            try {
                kafka.start();
                return kafka;
            } catch (RuntimeException e) {
                kafka.close();
                throw e;
            }
        }

        private EmbeddedKafka kept(int chosenPort, Path data) {
            Directories.create(data);
            return new EmbeddedKafka(
                    chosenPort, data, logOr(data.resolveSibling(data.getFileName() + ".log")), null, launch);
        }

        private EmbeddedKafka passing(int chosenPort) {
            Path temporary = Directories.temporary("vetrina-kafka");
            Path data = Directories.create(temporary.resolve("data"));
            return new EmbeddedKafka(chosenPort, data, logOr(temporary.resolve("kafka.log")), temporary, launch);
        }

        private Path logOr(Path usual) {
            return log != null ? log : usual;
        }
    }
}
