package dev.vetrina.gateway.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.RawClient;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@GatewayTest
class OpenConnectionsTest {

    private static final String ADDRESS = "203.0.113.7";
    private static final String TRUSTED = "127.0.0.2";

    @Inject
    OpenConnections open;

    @Inject
    MeterRegistry meters;

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void oneAddressHasItsShareAndAnotherStillGetsIn() {
        int most = open.settings().maxOfAddress();
        assertThat(entered(ADDRESS, most + 5)).isEqualTo(most);
        assertThat(open.enter("203.0.113.8")).isTrue();
        open.leave("203.0.113.8");

        open.leave(ADDRESS);
        assertThat(entered(ADDRESS, 5)).isEqualTo(1);

        leave(ADDRESS, most);
        assertThat(meters.counter("vetrina.connections.refused").count()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        int most = open.settings().maxOfAddress();
        int entered = 0;
        for (int i = 0; i < most + 5; i++) {
            entered += open.enter("2001:db8::" + Integer.toHexString(i + 1)) ? 1 : 0;
        }
        assertThat(entered).isEqualTo(most);
        leave("2001:db8::ffff", most);
    }

    @Test
    void aTrustedProxyMayHaveMoreButNobodyMoreThanAll() {
        int before = (int) meters.get("vetrina.connections.open").gauge().value();
        int entered = entered(TRUSTED, open.settings().max() + 100);
        assertThat(entered)
                .isGreaterThan(open.settings().maxOfAddress())
                .isLessThanOrEqualTo(open.settings().max());
        leave(TRUSTED, entered);
        assertThat((int) meters.get("vetrina.connections.open").gauge().value()).isLessThan(before + 100);
    }

    @Test
    void aConnectionThatEndsIsCountedNoMore() {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            clients.add(RawClient.to(port));
        }
        Awaitility.await()
                .until(() -> meters.get("vetrina.connections.open").gauge().value() >= 50);
        clients.forEach(RawClient::close);
        Awaitility.await()
                .until(() -> meters.get("vetrina.connections.open").gauge().value() < 50);
        given().get("/health").then().statusCode(200);
    }

    private int entered(String address, int times) {
        int entered = 0;
        for (int i = 0; i < times; i++) {
            entered += open.enter(address) ? 1 : 0;
        }
        return entered;
    }

    private void leave(String address, int times) {
        for (int i = 0; i < times; i++) {
            open.leave(address);
        }
    }
}
