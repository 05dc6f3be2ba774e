package dev.vetrina.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL outlives a parent that is killed. Its postmaster would then still hold the data directory and the port, and
 * a new start might talk to the old server: it is stopped first.
 */
final class LeftoverPostmaster {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private LeftoverPostmaster() {}

    static Optional<ProcessHandle> in(Path dataDirectory) {
        return pid(dataDirectory).flatMap(ProcessHandle::of).filter(process -> serves(process, dataDirectory));
    }

    static Optional<Long> pid(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | NumberFormatException noPostmaster) {
            return Optional.empty();
        }
    }

    static void stop(Path dataDirectory) {
        in(dataDirectory).ifPresent(postmaster -> {
            refuseIfItsParentLives(dataDirectory);
            stop(postmaster, dataDirectory);
        });
    }

    /** The process id may long belong to someone else, who must not be killed. */
    private static boolean serves(ProcessHandle process, Path dataDirectory) {
        boolean postgres = process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
        @Nullable String[] arguments = process.info().arguments().orElse(null);
        return postgres && (arguments == null || Arrays.asList(arguments).contains(dataDirectory.toString()));
    }

    /** The library that starts PostgreSQL holds this lock for as long as its JVM lives. */
    private static void refuseIfItsParentLives(Path dataDirectory) {
        Path lockFile = dataDirectory.resolve("epg-lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException(dataDirectory + " is in use by another running process");
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException(dataDirectory + " is in use by this process", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle postmaster, Path dataDirectory) {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM, all that the JDK can send, would wait for clients to leave.
        signal("-INT", postmaster);
        if (!ended(postmaster, dataDirectory)) {
            signal("-QUIT", postmaster);
            if (!ended(postmaster, dataDirectory)) {
                throw new IllegalStateException(
                        "A PostgreSQL left over with pid " + postmaster.pid() + " does not stop");
            }
        }
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An orphan that nobody reaps looks alive for good, but no longer serves the directory. */
    private static boolean ended(ProcessHandle postmaster, Path dataDirectory) {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (serves(postmaster, dataDirectory)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
