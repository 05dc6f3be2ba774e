package dev.vetrina.localstack.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How a stack is started.
 *
 * @param project the folder of the project, where the built services are
 * @param home where data, logs and the run file are kept
 * @param fresh whether to begin with no data
 * @param settings environment variables for every service, beside those that connect it
 * @param orderInstances how many processes of order-service share the work
 */
public record StackOptions(
        Path project, Path home, Ports ports, boolean fresh, Map<String, String> settings, int orderInstances) {

    public static final int MOST_ORDER_INSTANCES = 2;

    public StackOptions {
        if (orderInstances < 1 || orderInstances > MOST_ORDER_INSTANCES) {
            throw new StackFailure("There can be 1 or 2 instances of order-service, not " + orderInstances + ".");
        }
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
    }

    /** With one instance of every service. */
    public StackOptions(Path project, Path home, Ports ports, boolean fresh, Map<String, String> settings) {
        this(project, home, ports, fresh, settings, 1);
    }

    public StackOptions withOrderInstances(int number) {
        return new StackOptions(project, home, ports, fresh, settings, number);
    }

    /** The ports that this stack listens on. */
    Set<Port> usedPorts() {
        Set<Port> used = EnumSet.allOf(Port.class);
        if (orderInstances < MOST_ORDER_INSTANCES) {
            used.remove(Port.ORDER_2);
        }
        return used;
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
