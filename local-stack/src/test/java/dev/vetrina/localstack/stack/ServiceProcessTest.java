package dev.vetrina.localstack.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @TempDir
    Path folder;

    @Test
    void aServiceThatIsNotBuiltIsNamedWithTheWayToBuildIt() {
        StackOptions options = new StackOptions(folder, folder.resolve("home"), Ports.free(), true, Map.of());
        try (Watchdog watchdog = Watchdog.start()) {
            ServiceProcess service =
                    new ServiceProcess(new Instance(Service.ORDER, 1, Port.ORDER), options, Map.of(), watchdog);

            assertThatThrownBy(service::start)
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("order-service")
                    .hasMessageContaining("./vetrina build");
        }
    }
}
