package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.localstack.stack.FileTree;
import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Spring Cloud Gateway on WebFlux with one route, built once from the project's sources of it; with nothing else, or with Spring
 * Security as a resource server, which checks the token of each request.
 *
 * @param project the folder of the project
 * @param logs the folder to write to
 */
record SpringCloudGateway(Path project, Path logs) {

    static final String NAME = "spring-cloud-gateway";
    static final String WITH_TOKENS = "with Spring Security";

    private static final int BUILD_MINUTES = 5;

    static SpringCloudGateway in(BenchmarkRun run) {
        return new SpringCloudGateway(run.project(), run.rawFigures());
    }

    Front before(Front service) throws IOException {
        return started(NAME, service, Map.of());
    }

    /** @param issuer of the tokens that it lets in */
    Front before(Front service, String issuer) throws IOException {
        return started(WITH_TOKENS, service, Map.of("SPRING_PROFILES_ACTIVE", "tokens", "ISSUER", issuer));
    }

    /** With a heap and a collector like ours. */
    private Front started(String name, Front service, Map<String, String> settings) throws IOException {
        Path jar = built();
        int port = FreePort.find();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVICE_URL", "http://127.0.0.1:" + service.port());
        PeerProcess process = PeerProcess.guarded(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xms160m",
                        "-Xmx384m",
                        "-jar",
                        jar.toString()),
                environment,
                logs.resolve(name.replace(' ', '-') + ".log"));
        return Fronts.ready(name, port, process);
    }

    /** The program, built anew if its sources have changed. */
    Path built() throws IOException {
        Path module = project.resolve("local-stack");
        Path sources = module.resolve("src/main/peers").resolve(NAME);
        Path folder = module.resolve("target/bench").resolve(NAME);
        Path jar = folder.resolve("target/peer.jar");
        if (!FileTree.copy(sources, folder)) {
            // A build that fails leaves no program of other sources behind.
            Files.deleteIfExists(jar);
        }
        if (!Files.exists(jar)) {
            build(folder);
        }
        return jar;
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
