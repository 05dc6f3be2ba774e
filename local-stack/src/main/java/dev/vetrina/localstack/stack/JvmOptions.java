package dev.vetrina.localstack.stack;

import java.util.List;

/** The JVM options that keep many JVMs small on one machine. */
final class JvmOptions {

    /** A service holds no data of its own; beyond this size it would only collect garbage later. */
    static final List<String> SERVICE = List.of(
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            // Netty and JCTools still use what the JDK is about to remove, which helps nobody to read.
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    static final List<String> KAFKA =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1");

    private JvmOptions() {}
}
