package dev.vetrina.localstack.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a stack is started.
 *
 * @param project the folder of the project, where the built services are
 * @param home where data, logs and the run file are kept
 * @param fresh whether to begin with no data
 * @param settings environment variables for every service, beside those that connect it
 * @param processes how many processes share a service's work, of those that have more than one
 */
public record StackOptions(
        Path project,
        Path home,
        Ports ports,
        boolean fresh,
        Map<String, String> settings,
        Map<Service, Integer> processes) {

    public StackOptions {
        processes.forEach((service, number) -> {
            int most = service.ports().size();
            if (number < 1 || number > most) {
                throw new StackFailure("There can be from 1 to " + most + " processes of " + service.folder() + ", not "
                        + number + ".");
            }
        });
        project = project.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
        processes = Map.copyOf(processes);
    }

    /** With one process of every service. */
    public StackOptions(Path project, Path home, Ports ports, boolean fresh, Map<String, String> settings) {
        this(project, home, ports, fresh, settings, Map.of());
    }

    public StackOptions withInstances(Service service, int number) {
        Map<Service, Integer> changed = new HashMap<>(processes);
        changed.put(service, number);
        return new StackOptions(project, home, ports, fresh, settings, changed);
    }

    /** The same in another home, with no data. */
    public StackOptions freshIn(Path otherHome) {
        return new StackOptions(project, otherHome, ports, true, settings, processes);
    }

    /** How many processes share the service's work. */
    public int instances(Service service) {
        return processes.getOrDefault(service, 1);
    }

    /** The ports that this stack listens on. */
    Set<Port> usedPorts() {
        Set<Port> used = EnumSet.allOf(Port.class);
        for (Service service : Service.values()) {
            List<Port> ofService = service.ports();
            used.removeAll(ofService.subList(instances(service), ofService.size()));
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
