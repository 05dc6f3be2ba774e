package dev.vetrina.live.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.testkit.StillClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances, of which neither asks the other. */
@QuarkusTest
class PacesTest {

    private final StillClock clock = new StillClock(Said.NOW);
    private Paces here;
    private Paces there;

    @Inject
    ChatConfig config;

    @BeforeEach
    void startTwoInstances() {
        here = new Paces(config, clock);
        there = new Paces(config, clock);
    }

    @Test
    void fiveMessagesInTenSecondsAreTakenAndTheSixthIsNot() {
        for (int left = 4; left >= 0; left--) {
            assertThat(here.take("ben").remaining()).isEqualTo(left);
        }

        assertThatThrownBy(() -> here.take("ben")).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.code()).isEqualTo("too-many-messages");
            assertThat(refusal.headers())
                    .containsEntry("Retry-After", "2")
                    .containsEntry("RateLimit-Policy", "\"chat\";q=5;w=10")
                    .containsEntry("RateLimit", "\"chat\";r=0;t=10");
        });
        assertThatCode(() -> here.take("eve")).doesNotThrowAnyException();
    }

    @Test
    void whoWaitsAsLongAsToldMayWriteAgain() {
        for (int i = 0; i < 5; i++) {
            here.take("ben");
        }
        clock.advance(Duration.ofSeconds(2));

        assertThat(here.take("ben").remaining()).isZero();
        assertThatThrownBy(() -> here.take("ben")).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatAnotherInstanceTookCountsOnceItIsRead() {
        for (int i = 0; i < 5; i++) {
            there.take("ben");
            var message = Said.message("ben", "hello " + i);
            there.sending(message.messageId());
            there.sent(message);
            here.seen(message);
            there.seen(message);
        }

        assertThatThrownBy(() -> here.take("ben")).isInstanceOf(ProblemException.class);
        clock.advance(Duration.ofSeconds(10));
        assertThat(there.take("ben").remaining()).isEqualTo(4);
    }

    @Test
    void aMessageThatIsReadBeforeItsSenderKnowsThatItArrivedCountsOnce() {
        var message = Said.message("ben", "hello");
        assertThat(here.take("ben").remaining()).isEqualTo(4);
        here.sending(message.messageId());
        here.seen(message);
        here.sent(message);

        assertThat(here.take("ben").remaining()).isEqualTo(3);
    }

    @Test
    void theSameTextAgainIsNoNewsForHalfAMinuteWhicheverInstanceTookIt() {
        var message = Said.message("ben", "First!");
        there.sent(message);
        here.seen(message);

        for (Paces instance : new Paces[] {here, there}) {
            assertThatThrownBy(() -> instance.requireNews("ben", Said.SESSION, "FIRST!"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("same-message"));
            assertThatCode(() -> instance.requireNews("ben", Said.SESSION, "Second!"))
                    .doesNotThrowAnyException();
            assertThatCode(() -> instance.requireNews("eve", Said.SESSION, "First!"))
                    .doesNotThrowAnyException();
        }
        clock.advance(Duration.ofSeconds(31));
        assertThatCode(() -> here.requireNews("ben", Said.SESSION, "First!")).doesNotThrowAnyException();
    }
}
