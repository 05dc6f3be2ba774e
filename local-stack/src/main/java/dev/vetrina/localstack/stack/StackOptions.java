package dev.vetrina.localstack.stack;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a stack is started.
 *
 * @param project the folder of the project, where the built services are
 * @param home where data, logs and the run file are kept
 * @param fresh whether to begin with no data
 * @param settings environment variables for every service, beside those that connect it
 */
public record StackOptions(Path project, Path home, Ports ports, boolean fresh, Map<String, String> settings) {

    public StackOptions {
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
    }

    Path data() {
        return home.resolve("data");
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path runFile() {
        return home.resolve("run");
    }
}
