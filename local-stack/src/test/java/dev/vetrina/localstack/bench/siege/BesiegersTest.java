package dev.vetrina.localstack.bench.siege;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BesiegersTest {

    @Test
    void whoIsNotLetInTriesAgain() throws IOException {
        int port = FreePort.find();
        try (Besiegers besiegers = Besiegers.begin(Attack.MALFORMED, port)) {
            assertThat(besiegers.held()).isZero();
            try (ServerSocket _ = new ServerSocket(port, 1_000, InetAddress.getLoopbackAddress())) {
                await().atMost(Duration.ofSeconds(20)).until(() -> besiegers.held() == Attack.MALFORMED.connections());
            }
            assertThat(besiegers.opened()).isGreaterThanOrEqualTo(Attack.MALFORMED.connections());
        }
    }

    @Test
    void whoIsSentAwayAtOnceIsNotHeld() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket server = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress())) {
            Future<?> _ = threads.submit(() -> sendAway(server));
            try (Besiegers besiegers = Besiegers.begin(Attack.SLOW_HEADS, server.getLocalPort())) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> besiegers.lost() >= Attack.SLOW_HEADS.connections() / 2);
                assertThat(besiegers.held()).isLessThan(Attack.SLOW_HEADS.connections() / 2);
            }
        }
    }

    private static void sendAway(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (IOException over) {
            // The test has closed it.
        }
    }
}
