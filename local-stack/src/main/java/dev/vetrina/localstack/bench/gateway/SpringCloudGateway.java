package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Spring Cloud Gateway on WebFlux with one route and nothing else, built once from the project's sources of it.
 *
 * @param project the folder of the project
 * @param log where it writes
 */
record SpringCloudGateway(Path project, Path log) {

    static final String NAME = "spring-cloud-gateway";

    private static final int BUILD_MINUTES = 5;

    static SpringCloudGateway in(BenchmarkRun run) {
        return new SpringCloudGateway(run.project(), run.rawFigures().resolve(NAME + ".log"));
    }

    /** With a heap and a collector like ours. */
    Front before(Front service) throws IOException {
        Path jar = built();
        int port = FreePort.find();
        PeerProcess process = PeerProcess.guarded(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xms160m",
                        "-Xmx384m",
                        "-jar",
                        jar.toString()),
                Map.of("SERVER_PORT", Integer.toString(port), "SERVICE_URL", "http://127.0.0.1:" + service.port()),
                log);
        return Fronts.ready(NAME, port, process);
    }

    private Path built() throws IOException {
        Path module = project.resolve("local-stack");
        Path sources = module.resolve("src/main/peers").resolve(NAME);
        Path folder = module.resolve("target/bench").resolve(NAME);
        Path jar = folder.resolve("target/peer.jar");
        if (!copied(sources, folder) || !Files.exists(jar)) {
            build(folder);
        }
        return jar;
    }

    /** Says whether the copy was there before, and the same. */
    private static boolean copied(Path sources, Path folder) throws IOException {
        boolean same = true;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(sources.relativize(file));
                if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    same = false;
                }
            }
        }
        return same;
    }

    private void build(Path folder) throws IOException {
        Path buildLog = folder.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(
                        project.resolve("mvnw").toString(),
                        "-q",
                        "-ntp",
                        "-f",
                        folder.resolve("pom.xml").toString(),
                        "package")
                .redirectErrorStream(true)
                .redirectOutput(buildLog.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("Spring Cloud Gateway could not be built, as " + buildLog + " tells");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
    }
}
