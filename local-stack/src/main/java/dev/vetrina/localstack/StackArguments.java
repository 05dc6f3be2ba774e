package dev.vetrina.localstack;

import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.StackFailure;
import dev.vetrina.localstack.stack.StackOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that every command has which starts a stack. */
final class StackArguments {

    static final Set<String> FLAGS = Set.of("--fresh");

    /** The options that say how many processes share a service's work. */
    private static final Map<String, Service> INSTANCES = Map.of(
            "--gateways", Service.GATEWAY,
            "--live-instances", Service.LIVE,
            "--order-instances", Service.ORDER);

    static final Set<String> OPTIONS = Stream.concat(
                    Stream.concat(Stream.of("--home"), INSTANCES.keySet().stream()),
                    Arrays.stream(Port.values()).map(Port::option))
            .collect(Collectors.toUnmodifiableSet());

    private StackArguments() {}

    static StackOptions parse(List<String> words) {
        return stackOptions(Arguments.parse(words, FLAGS, OPTIONS));
    }

    /** The task script says where the project is; everything that is made at run time goes into one folder of it. */
    static StackOptions stackOptions(Arguments arguments) {
        Path project = Path.of(System.getProperty("vetrina.project", "."))
                .toAbsolutePath()
                .normalize();
        StackOptions options = new StackOptions(
                project,
                arguments.last("--home").map(Path::of).orElse(project.resolve(".vetrina")),
                Ports.chosen(arguments::last, System.getenv()),
                arguments.has("--fresh"),
                Map.of());
        for (Map.Entry<String, Service> option : INSTANCES.entrySet()) {
            options = options.withInstances(option.getValue(), instances(arguments, option.getKey()));
        }
        return options;
    }

    private static int instances(Arguments arguments, String option) {
        String given = arguments.last(option).orElse("1");
        if (!given.matches("[12]")) {
            throw new StackFailure(option + " is 1 or 2, not '" + given + "'.");
        }
        return Integer.parseInt(given);
    }

    static Set<String> with(Collection<String> own, Set<String> stacks) {
        return Stream.concat(own.stream(), stacks.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
