package dev.vetrina.localstack.bench.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomScheduleTest {

    @Test
    void allCountedRoundsTogetherTakeTheTimeForLoad() {
        RoomSchedule schedule = new RoomSchedule(Duration.ofSeconds(200), 8_000);

        Duration all = schedule.part().multipliedBy(4L * RoomSchedule.ROUNDS);

        assertThat(all).isEqualTo(Duration.ofSeconds(200));
    }

    @Test
    void fewerViewersAreMeasuredOnlyWhereTheyAreFewer() {
        assertThat(new RoomSchedule(Duration.ofSeconds(200), 2_001).hasSmallRounds())
                .isTrue();
        assertThat(new RoomSchedule(Duration.ofSeconds(200), 2_000).hasSmallRounds())
                .isFalse();
    }
}
