package dev.vetrina.localstack.bench;

import dev.vetrina.localstack.demo.Percentiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long the disk takes to make a page durable, which bounds every commit. */
public final class FsyncProbe {

    private static final int WRITES = 100;
    /** A page of PostgreSQL's log, which it writes into files that have their size already. */
    private static final int PAGE_BYTES = 8192;

    private FsyncProbe() {}

    /** Milliseconds of a write with its flush: the median, in this folder, with nothing else going on. */
    public static double medianMillis(Path folder) {
        Path file = folder.resolve("fsync-probe");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            List<Duration> times = new ArrayList<>();
            write(channel);
            for (int write = 0; write < WRITES; write++) {
                times.add(write(channel));
            }
            return new Percentiles(times).millis(0.5);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write in " + folder, e);
        } finally {
            delete(file);
        }
    }

    private static Duration write(FileChannel channel) throws IOException {
        long begin = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE_BYTES), 0);
        channel.force(false);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
