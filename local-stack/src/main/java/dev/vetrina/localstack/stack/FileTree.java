package dev.vetrina.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders and files, such as those of a stack's home. */
public final class FileTree {

    private FileTree() {}

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (AccessDeniedException e) {
            throw notOurs(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.isWritable(folder)) {
            throw notOurs(folder, null);
        }
    }

    static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException alreadyGone) {
            // Deleting twice is harmless.
        } catch (AccessDeniedException e) {
            throw notOurs(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the files of one folder those of another, too, and says whether they were before. */
    public static boolean copy(Path from, Path to) throws IOException {
        boolean same = true;
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    same = false;
                }
            }
        }
        return same;
    }

    /** The log of the run before stays beside the new one. */
    static void rotate(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of a log, for the message of a process that did not start. */
    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(nothing in " + log + ")";
        }
    }

    private static StackFailure notOurs(Path folder, @org.jspecify.annotations.Nullable Throwable cause) {
        String sentence = "You may not write to " + folder + ", which another user seems to have made:"
                + " remove it, or start Vetrina as that user.";
        return cause == null ? new StackFailure(sentence) : new StackFailure(sentence, cause);
    }
}
