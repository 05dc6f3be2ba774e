package dev.vetrina.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.gateway.proxy.Instances.Instance;
import dev.vetrina.testkit.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final URI A = URI.create("http://a");
    private static final URI B = URI.create("http://b");
    private static final URI C = URI.create("http://c");

    private final MovableClock clock = new MovableClock();
    private final Instances instances = new Instances(List.of(A, B, C), clock);

    @Test
    void everyInstanceHasItsTurn() {
        assertThat(next()).containsExactly(A, B, C);
        assertThat(next()).containsExactly(B, C, A);
        assertThat(next()).containsExactly(C, A, B);
        assertThat(next()).containsExactly(A, B, C);
    }

    @Test
    void oneThatRestsComesLastUntilItHasRested() {
        instances.inTurn().getFirst().rest();

        assertThat(next()).containsExactly(B, C, A);
        assertThat(next()).containsExactly(C, B, A);
        assertThat(next()).containsExactly(B, C, A);
        clock.advance(Duration.ofSeconds(2));
        assertThat(next()).containsExactly(B, C, A);
        assertThat(next()).containsExactly(C, A, B);
        assertThat(next()).containsExactly(A, B, C);
    }

    @Test
    void whenAllRestAllAreTried() {
        instances.inTurn().forEach(Instance::rest);

        assertThat(next()).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void aServiceNeedsAnAddress() {
        assertThatThrownBy(() -> new Instances(List.of(), clock)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<URI> next() {
        return instances.inTurn().stream().map(Instance::address).toList();
    }
}
