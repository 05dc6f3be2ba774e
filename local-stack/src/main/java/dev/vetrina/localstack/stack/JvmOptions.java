package dev.vetrina.localstack.stack;

import java.util.List;

/** The JVM options that keep many JVMs small on one machine. */
final class JvmOptions {

    /**
     * A service holds no data of its own; beyond this size it would only collect garbage later. Both compilers, as in
     * production: without the second one a service takes two to three times as long for a request, and checking the signature
     * of a token, whose arithmetic only that one knows, longer than all the rest of placing an order.
     */
    static final List<String> SERVICE = List.of(
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            // Netty and JCTools still use what the JDK is about to remove, which helps nobody to read.
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    static final List<String> KAFKA =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1");

    private JvmOptions() {}
}
