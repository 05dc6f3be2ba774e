package dev.vetrina.localstack.stack;

import java.util.ArrayList;
import java.util.List;

/** The JVM options that keep many JVMs small on one machine. */
final class JvmOptions {

    static final List<String> KAFKA =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1");

    /**
     * Both compilers, as in production: without the second one a service takes two to three times as long for a request, and
     * checking the signature of a token, whose arithmetic only that one knows, longer than all the rest of placing an order.
     */
    private static final List<String> SERVICE = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            // Netty and JCTools still use what the JDK is about to remove, which helps nobody to read.
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private JvmOptions() {}

    static List<String> of(Service service) {
        List<String> options = new ArrayList<>(SERVICE);
        options.addAll(heap(service));
        return options;
    }

    /**
     * A service holds no data of its own; beyond this size it would only collect garbage later. That is worth memory where
     * thousands of orders a second are made: with 160 MB, collections took a fifth of order-service's time. The gateway holds
     * viewers, of whom thousands do not fit into that: it begins as small as the others and grows with them.
     */
    private static List<String> heap(Service service) {
        return switch (service) {
            case ORDER -> List.of("-Xmx384m", "-Xmn192m");
            case GATEWAY -> List.of("-Xms160m", "-Xmx384m");
            case CATALOG, LIVE -> List.of("-Xmx160m");
        };
    }
}
