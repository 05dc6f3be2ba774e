package dev.vetrina.live.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.ReactionCount;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Kafka comes and goes; what was counted is told once. */
class EngagementWindowsTest {

    private static final UUID SESSION = UUID.randomUUID();

    private final EngagementCounter counter = new EngagementCounter();
    private final SteppedClock clock = new SteppedClock();
    private final FlakySender sender = new FlakySender();
    private final EngagementWindows windows = new EngagementWindows(counter, sender, clock);

    @Test
    void aWindowIsClosedOnceItsSecondIsOver() {
        react(3);
        windows.tick();
        assertThat(sender.sent).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        windows.tick();
        windows.tick();

        assertThat(sender.sent).hasSize(1);
        assertThat(sender.sent.getFirst().windowStart()).isEqualTo(SteppedClock.START);
        assertThat(counts()).containsExactly(3L);
    }

    @Test
    void whileKafkaIsAwayTheSameWindowIsSentAgainAndTheRestBecomesTheNext() {
        react(3);
        clock.pass(Duration.ofSeconds(1));
        sender.away = true;
        windows.tick();
        EngagementCounted first = sender.tried.getFirst();
        react(4);
        clock.pass(Duration.ofSeconds(1));
        windows.tick();
        react(5);
        clock.pass(Duration.ofSeconds(1));
        windows.tick();
        assertThat(sender.tried).containsOnly(first);

        sender.away = false;
        windows.tick();

        assertThat(counts()).containsExactly(3L, 9L);
        assertThat(sender.sent.get(1).sequence()).isGreaterThan(first.sequence());
    }

    @Test
    void whatIsCountedWhenTheInstanceStopsIsToldBeforeItIsGone() {
        react(2);

        windows.stop(new ShutdownEvent());

        assertThat(counts()).containsExactly(2L);
    }

    private void react(int times) {
        counter.count(SESSION, count -> count.add("GB", ReactionKind.HEART, times));
    }

    private List<Long> counts() {
        return sender.sent.stream()
                .map(window -> window.reactions().stream()
                        .mapToLong(ReactionCount::count)
                        .sum())
                .toList();
    }

    private static final class FlakySender extends EngagementSender {

        private final List<EngagementCounted> tried = new ArrayList<>();
        private final List<EngagementCounted> sent = new ArrayList<>();
        private boolean away;

        @SuppressWarnings("NullAway")
        FlakySender() {
            super(null, null);
        }

        @Override
        List<EngagementCounted> send(List<EngagementCounted> window) {
            tried.addAll(window);
            if (away) {
                return List.copyOf(window);
            }
            sent.addAll(window);
            return List.of();
        }
    }

    private static final class SteppedClock extends Clock {

        private static final Instant START = Instant.parse("2026-03-01T20:05:30Z");

        private Instant now = START.plusMillis(250);

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
