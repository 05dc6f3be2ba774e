package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.vetrina.gateway.GatewayTest;
import io.netty.util.internal.PlatformDependent;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The gateway is in this process, so what it holds on to can be counted here. */
@GatewayTest
class ComingAndGoingTest {

    private static final int AT_ONCE = 50;
    private static final int CONNECTIONS = 2_000;
    private static final int FEW_DESCRIPTORS = 20;
    private static final long FEW_BYTES = 16 << 20;

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final StubLive live = new StubLive();

    @Test
    void twoThousandConnectionsThatAreOpenedAndDroppedLeaveNothingBehind() throws JMException {
        openAndDrop(4 * AT_ONCE);
        nobodyIsLeft();
        long descriptors = openDescriptors();
        long bytes = PlatformDependent.usedDirectMemory();

        openAndDrop(CONNECTIONS);

        nobodyIsLeft();
        assertThat(PlatformDependent.usedDirectMemory()).isLessThan(bytes + FEW_BYTES);
        await().atMost(Duration.ofSeconds(30)).until(() -> openDescriptors() < descriptors + FEW_DESCRIPTORS);
        assertThat(live.asked().stream().filter(what -> what.startsWith("stream")))
                .hasSizeLessThan(10);
    }

    private void openAndDrop(int connections) {
        String uri = "/v1/sessions/" + live.session() + "/feed?market=GB";
        for (int opened = 0; opened < connections; opened += AT_ONCE) {
            List<SilentReader> crowd = new ArrayList<>();
            for (int number = 0; number < AT_ONCE; number++) {
                crowd.add(SilentReader.open(port, uri));
            }
            live.publish("fact after " + opened);
            // Half of them say goodbye.
            for (int number = 0; number < AT_ONCE; number++) {
                if (number % 2 == 0) {
                    crowd.get(number).close();
                } else {
                    crowd.get(number).drop();
                }
            }
        }
    }

    private void nobodyIsLeft() {
        await().until(() -> live.openStreams() == 0);
        await().until(() -> Metrics.of("vetrina_feed_viewers") == 0 && Metrics.of("vetrina_feed_channels") == 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> living(Viewer.class) + living(Wire.class) == 0);
    }

    /** How many objects of this class are still reachable. */
    private static long living(Class<?> type) throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(String::strip)
                .filter(line -> line.endsWith(" " + type.getName()))
                .mapToLong(line -> Long.parseLong(line.split("\\s+", -1)[1]))
                .sum();
    }

    private static long openDescriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
