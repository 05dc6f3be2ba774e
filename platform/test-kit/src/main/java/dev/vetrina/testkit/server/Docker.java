package dev.vetrina.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers. Asking takes seconds where none is, so the obvious signs of one are looked for first. */
final class Docker {

    private Docker() {}

    static boolean answers() {
        return looksInstalled() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean looksInstalled() {
        Path home = Path.of(System.getProperty("user.home"));
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run");
        return System.getenv("DOCKER_HOST") != null
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                Path.of(runtime, "docker.sock"),
                                home.resolve(".docker/run/docker.sock"))
                        .anyMatch(Files::exists)
                || namesAHost(home.resolve(".testcontainers.properties"));
    }

    /** Testcontainers writes this file itself, so that it exists says nothing. */
    private static boolean namesAHost(Path settings) {
        try {
            return Files.readAllLines(settings).stream()
                    .anyMatch(line -> line.startsWith("docker.host") || line.startsWith("tc.host"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
