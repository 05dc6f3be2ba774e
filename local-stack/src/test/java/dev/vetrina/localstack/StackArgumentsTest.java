package dev.vetrina.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.StackFailure;
import dev.vetrina.localstack.stack.StackOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackArgumentsTest {

    @Test
    void aServiceIsOneProcessUnlessTwoAreAskedFor() {
        assertThat(StackArguments.parse(List.of()).instances(Service.ORDER)).isEqualTo(1);

        StackOptions two = StackArguments.parse(List.of("--order-instances=2", "--port-order-2=9084", "--gateways=2"));

        assertThat(two.instances(Service.ORDER)).isEqualTo(2);
        assertThat(two.ports().of(Port.ORDER_2)).isEqualTo(9084);
        assertThat(two.instances(Service.GATEWAY)).isEqualTo(2);
        assertThat(two.instances(Service.LIVE)).isEqualTo(1);
    }

    @Test
    void anotherNumberIsRefusedInOneSentence() {
        assertThatThrownBy(() -> StackArguments.parse(List.of("--order-instances=many")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("many");
    }
}
