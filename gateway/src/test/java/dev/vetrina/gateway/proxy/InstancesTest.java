package dev.vetrina.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.gateway.proxy.Instances.Instance;
import dev.vetrina.testkit.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    void oneThatFailsAgainRestsTwiceAsLongAndOneThatAnswersBeginsAnew() {
        Instance a = instances.inTurn().getFirst();
        a.rest();
        clock.advance(Duration.ofSeconds(2));
        a.rest();
        clock.advance(Duration.ofSeconds(3));
        assertThat(lastOfThree()).containsOnly(A);
        clock.advance(Duration.ofSeconds(1));
        assertThat(lastOfThree()).containsExactlyInAnyOrder(A, B, C);

        a.answered();
        a.rest();
        clock.advance(Duration.ofSeconds(2));
        assertThat(lastOfThree()).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void requestsThatFailTogetherMakeItRestOnce() {
        Instance a = instances.inTurn().getFirst();
        IntStream.range(0, 100).forEach(request -> a.rest());
        clock.advance(Duration.ofSeconds(2));

        assertThat(lastOfThree()).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void itNeverRestsForMoreThanHalfAMinute() {
        Instance a = instances.inTurn().getFirst();
        for (int failure = 0; failure < 10; failure++) {
            a.rest();
            clock.advance(Duration.ofSeconds(32));
            assertThat(lastOfThree()).containsExactlyInAnyOrder(A, B, C);
        }
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

    /** Who would be asked last by the next three requests. */
    private List<URI> lastOfThree() {
        return Stream.generate(this::next).limit(3).map(List::getLast).toList();
    }

    private List<URI> next() {
        return instances.inTurn().stream().map(Instance::address).toList();
    }
}
