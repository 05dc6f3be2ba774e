package dev.vetrina.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What runs, written for other commands: {@code down}, and a {@code demo} that joins.
 *
 * @param launcher the process that started everything, and stops it when asked to
 * @param children everything it started, by name
 */
record RunFile(ProcessMark launcher, Map<String, ProcessMark> children, Ports ports) {

    private static final String LAUNCHER = "launcher";
    private static final String PROCESS = "process.";
    private static final String PORT = "port.";

    /** Whatever was written last; half a file, left by a full disk, says nothing. */
    static Optional<RunFile> read(Path file) {
        try {
            return Optional.of(parse(Files.readAllLines(file)));
        } catch (NoSuchFileException | RuntimeException nothingThere) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(unfinished, text());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new StackFailure("The file system of " + file + " cannot replace a file: choose another home.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(LAUNCHER + "=" + launcher + "\n");
        children.forEach((name, mark) -> text.append(PROCESS + name + "=" + mark + "\n"));
        for (Port port : Port.values()) {
            text.append(PORT + port.name().toLowerCase(Locale.ROOT) + "=" + ports.of(port) + "\n");
        }
        return text.toString();
    }

    private static RunFile parse(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        lines.forEach(line -> values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        Map<String, ProcessMark> children = new LinkedHashMap<>();
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        values.forEach((name, value) -> {
            if (name.startsWith(PROCESS)) {
                children.put(name.substring(PROCESS.length()), ProcessMark.parse(value));
            } else if (name.startsWith(PORT)) {
                ports.put(Port.valueOf(name.substring(PORT.length()).toUpperCase(Locale.ROOT)), Integer.valueOf(value));
            }
        });
        String launcher = values.get(LAUNCHER);
        if (launcher == null) {
            throw new IllegalArgumentException("no launcher");
        }
        return new RunFile(ProcessMark.parse(launcher), children, new Ports(ports));
    }
}
