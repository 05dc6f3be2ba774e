package dev.vetrina.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheUsual() {
        Map<String, String> environment = Map.of("VETRINA_PORT_GATEWAY", "9000", "VETRINA_PORT_KAFKA", "9092");

        Ports ports = Ports.chosen(
                option -> option.equals("--port-gateway") ? Optional.of("7000") : Optional.empty(), environment);

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(7000);
        assertThat(ports.of(Port.KAFKA)).isEqualTo(9092);
        assertThat(ports.of(Port.ORDER)).isEqualTo(8083);
        assertThat(ports.url(Port.GATEWAY)).isEqualTo("http://127.0.0.1:7000");
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> Ports.chosen(option -> Optional.of("65536"), Map.of()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--port-gateway")
                .hasMessageContaining("65536");
    }

    @Test
    void twoPartsCannotShareAPort() {
        assertThatThrownBy(() -> Ports.chosen(option -> Optional.empty(), Map.of("VETRINA_PORT_LIVE", "8083")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("same port");
    }

    @Test
    void aTakenPortIsNamedWithTheWayToChooseAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.free();
            Map<Port, Integer> numbers = new EnumMap<>(ports.numbers());
            numbers.put(Port.ORDER, taken.getLocalPort());

            assertThatCode(() -> ports.requireFree(ports.numbers().keySet())).doesNotThrowAnyException();
            assertThatThrownBy(() -> new Ports(numbers).requireFree(EnumSet.allOf(Port.class)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("--port-order=PORT");
        }
    }
}
