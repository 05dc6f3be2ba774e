package dev.vetrina.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceTest {

    private final StackOptions one = new StackOptions(Path.of("."), Path.of("home"), Ports.free(), true, Map.of());
    private final StackOptions two = one.withInstances(Service.ORDER, 2);

    @Test
    void everyServiceIsOneProcessUnlessAskedOtherwise() {
        assertThat(Instance.all(one)).extracting(Instance::id).containsExactly("catalog", "live", "order", "gateway");
        assertThat(one.usedPorts()).doesNotContain(Port.ORDER_2, Port.LIVE_2, Port.GATEWAY_2);
    }

    @Test
    void theSecondOrderServiceHasItsOwnNameAndPort() {
        assertThat(Instance.all(two))
                .extracting(Instance::id)
                .containsExactly("catalog", "live", "order", "order-2", "gateway");
        assertThat(Instance.of(Service.ORDER, two))
                .extracting(Instance::port)
                .containsExactly(Port.ORDER, Port.ORDER_2);
        assertThat(two.usedPorts()).contains(Port.ORDER_2);
        assertThat(Port.ORDER_2.option()).isEqualTo("--port-order-2");
        assertThat(Port.ORDER_2.variable()).isEqualTo("VETRINA_PORT_ORDER_2");
    }

    @Test
    void aGatewayIsToldOfEveryInstanceBehindIt() {
        StackOptions room = one.withInstances(Service.LIVE, 2).withInstances(Service.GATEWAY, 2);

        assertThat(Instance.all(room))
                .extracting(Instance::id)
                .containsExactly("catalog", "live", "live-2", "order", "gateway", "gateway-2");
        assertThat(room.usedPorts()).contains(Port.LIVE_2, Port.GATEWAY_2);
        assertThat(ServiceEnvironment.urls(Service.LIVE, room))
                .isEqualTo(room.ports().url(Port.LIVE) + "," + room.ports().url(Port.LIVE_2));
    }

    @Test
    void thereAreOneOrTwo() {
        assertThatThrownBy(() -> one.withInstances(Service.ORDER, 3)).isInstanceOf(StackFailure.class);
        assertThatThrownBy(() -> one.withInstances(Service.CATALOG, 2)).isInstanceOf(StackFailure.class);
    }
}
