package dev.vetrina.localstack.bench.siege;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
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
}
