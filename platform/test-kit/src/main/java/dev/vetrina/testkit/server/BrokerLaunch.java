package dev.vetrina.testkit.server;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the broker's JVM is started.
 *
 * @param prefix words in front of the command, such as a shell that sets signals before it becomes the broker
 * @param memoryOptions the JVM's options about heap, collector and compiler
 */
record BrokerLaunch(List<String> prefix, List<String> memoryOptions) {

    static final BrokerLaunch SMALL =
            new BrokerLaunch(List.of(), List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    BrokerLaunch {
        prefix = List.copyOf(prefix);
        memoryOptions = List.copyOf(memoryOptions);
    }

    List<String> command(String... java) {
        return Stream.concat(prefix.stream(), Stream.of(java)).toList();
    }
}
