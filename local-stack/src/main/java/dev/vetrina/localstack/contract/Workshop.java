package dev.vetrina.localstack.contract;

import dev.vetrina.localstack.stack.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The folder in which the Node programs are installed and run, exactly in the versions of the lock file. */
final class Workshop {

    private static final String LOCK = "package-lock.json";
    private static final Map<String, String> QUIET = Map.of(
            "NO_COLOR", "1",
            "REDOCLY_TELEMETRY", "off",
            "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");

    private final NodeRuntime node;
    private final Path folder;

    private Workshop(NodeRuntime node, Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /** Copies the sources to {@code folder} and installs what they need, if that has changed. */
    static Workshop open(Path sources, Path folder, Consumer<String> progress) throws IOException {
        Files.createDirectories(folder);
        NodeRuntime node = NodeRuntime.find(sources, folder.resolve("runtime"), progress);
        Workshop workshop = new Workshop(node, folder);
        Path installed = folder.resolve("node_modules/" + LOCK);
        boolean same = Files.exists(installed) && Files.mismatch(installed, sources.resolve(LOCK)) < 0;
        var _ = FileTree.copy(sources, folder);
        if (!same) {
            progress.accept("Installing the tools");
            List<String> install = new ArrayList<>(node.npm());
            install.addAll(List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            new LimitedProgram(install, folder, Map.of("PATH", node.path()))
                    .run()
                    .require("npm ci");
            Files.copy(sources.resolve(LOCK), installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return workshop;
    }

    Path folder() {
        return folder;
    }

    /** For a shell in which {@code node} is ours and loads {@code script} before its program. */
    Map<String, String> environment(String script) {
        return Map.of(
                "PATH",
                node.path(),
                "NODE_OPTIONS",
                "--import=" + folder.resolve(script).toUri());
    }

    /** The words that start a program of a package, or one of our own. */
    List<String> command(String script, String... words) {
        List<String> command = new ArrayList<>(
                List.of(node.node().toString(), folder.resolve(script).toString()));
        command.addAll(List.of(words));
        return command;
    }

    LimitedProgram.Result run(String script, String... words) throws IOException {
        return new LimitedProgram(command(script, words), folder, QUIET).run();
    }
}
