package dev.vetrina.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.access.OperationsWalk;
import dev.vetrina.localstack.client.ClientJourney;
import dev.vetrina.localstack.client.Clients;
import dev.vetrina.localstack.client.DocumentedAnswers;
import dev.vetrina.localstack.contract.LimitedProgram;
import dev.vetrina.localstack.contract.WatchedGateway;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code up} and {@code down} as the task script starts them: processes that end with their launcher, whatever ends it. */
class LauncherIT {

    private final Path home = Path.of("target", "launcher-test").toAbsolutePath();
    private final Ports ports = Ports.free();
    private final List<Process> launchers = new ArrayList<>();

    @AfterEach
    void endLaunchers() {
        launchers.forEach(Process::destroyForcibly);
    }

    @Test
    void nothingStaysBehindAKilledLauncherAndTheNextOneServesAGeneratedClientAndStopsCleanly() throws Exception {
        Process killed = up("--fresh");
        assertThat(readUntilReady(killed)).contains("Vetrina is ready");
        List<ProcessHandle> children = children();
        assertThat(children).hasSize(6).allMatch(ProcessHandle::isAlive);

        killed.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));

        Process next = up();
        assertThat(readUntilReady(next)).contains("Vetrina is ready");
        List<ProcessHandle> again = children();
        everyOperationRefusesWhoeverMayNotCallIt();
        theGuideForPartnersIsTrueAndEveryAnswerIsAsDocumented();
        aClientMadeOfTheDocumentRunsTheWholeJourneyAndEveryAnswerIsAsDocumented();
        Process down = launch("down");
        assertThat(down.inputReader().lines().toList()).anyMatch(line -> line.startsWith("Vetrina has stopped"));
        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(next.exitValue()).isZero();
        assertThat(again).noneMatch(ProcessHandle::isAlive);
        assertThat(home.resolve("run")).doesNotExist();
    }

    /** Here, because this system is fresh, and nobody else looks at what is in it. */
    private void everyOperationRefusesWhoeverMayNotCallIt() {
        OperationsWalk walk = new OperationsWalk(
                ports.url(Port.GATEWAY), issuer(), home.resolve("data").resolve("identity-key.json"));
        walk.walk();
        System.out.println(walk.walked() + " of " + walk.documented() + " operations refuse: " + walk.calls());
        assertThat(walk.findings()).isEmpty();
        assertThat(walk.walked()).isEqualTo(walk.documented()).isPositive();
    }

    /** Here, because its commands want a system as {@code up} starts it. */
    private void theGuideForPartnersIsTrueAndEveryAnswerIsAsDocumented() throws Exception {
        Path folder = Files.createDirectories(home.resolveSibling("partner-guide"));
        try (WatchedGateway watched = watchedGateway();
                PartnerSink sink = PartnerSink.start(folder.resolve("guide-webhook-secret"))) {
            LimitedProgram.Result result = PartnerGuide.program(folder, watched.uri(), issuer(), sink.port())
                    .run();

            assertThat(result.succeeded()).as(result.output()).isTrue();
            assertThat(sink.refused()).isEmpty();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(sink.verified())
                            .anyMatch(body -> body.contains("\"order.paid\""))
                            .anyMatch(body -> body.contains("\"fulfilment.shipped\""))
                            .allMatch(body -> body.contains("\"test\":true")));
            assertThat(watched.violations()).isEmpty();
            System.out.println("The partner guide is true: " + sink.verified().size() + " webhooks verified, "
                    + watched.exchanges() + " answers as documented");
        }
    }

    /** Not a test of its own, for it would have to start a system of its own. */
    private void aClientMadeOfTheDocumentRunsTheWholeJourneyAndEveryAnswerIsAsDocumented() throws Exception {
        try (WatchedGateway watched = watchedGateway()) {
            new ClientJourney(Clients.of(watched.uri(), issuer())).run();
            assertThat(watched.violations()).isEmpty();
            assertThat(watched.exchanges()).isGreaterThan(20);
            System.out.println(
                    "The generated client ran the whole journey: " + watched.exchanges() + " answers as documented");
        }
    }

    private WatchedGateway watchedGateway() throws IOException {
        URI gateway = URI.create(ports.url(Port.GATEWAY));
        return WatchedGateway.start(gateway, gateway, DocumentedAnswers.ofTheProject());
    }

    private String issuer() {
        return ports.url(Port.IDENTITY) + "/realms/vetrina";
    }

    private Process up(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("up"));
        words.addAll(List.of(more));
        for (Port port : Port.values()) {
            words.add(port.option() + "=" + ports.of(port));
        }
        return launch(words.toArray(String[]::new));
    }

    private Process launch(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dvetrina.project=" + System.getProperty("vetrina.project", ".."),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        command.add("--home=" + home);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The walk sends thousands of bad tokens from one address; the gateway's own tests hold it to fewer.
        builder.environment().put("VETRINA_LIMITS_REFUSED_TOKENS", "60000/60S");
        Process launcher = builder.start();
        launchers.add(launcher);
        return launcher;
    }

    /** What it printed until it says how it is stopped, which is the last line of a start that succeeds. */
    private static String readUntilReady(Process launcher) throws IOException {
        StringBuilder printed = new StringBuilder();
        BufferedReader lines = launcher.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.append(line).append('\n');
            if (line.startsWith("Stop with")) {
                break;
            }
        }
        return printed.toString();
    }

    private List<ProcessHandle> children() throws IOException {
        try (var lines = Files.lines(home.resolve("run"))) {
            return lines.filter(line -> line.startsWith("process."))
                    .map(line -> line.substring(line.indexOf('=') + 1, line.indexOf('@')))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .toList();
        }
    }
}
