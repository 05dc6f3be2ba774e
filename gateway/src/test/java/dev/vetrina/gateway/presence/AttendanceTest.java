package dev.vetrina.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.LiveEvent.PresenceReported;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private final Attendance attendance = new Attendance(UUID.randomUUID(), "GB");

    @Test
    void anEmptyRoomIsNotReported() {
        assertThat(window(0)).isEmpty();
    }

    @Test
    void whoJoinedIsToldOnceAndWhoIsThereEveryTime() {
        attendance.joined("a");
        attendance.joined("a");
        attendance.joined(null);
        assertThat(window(0)).hasValueSatisfying(report -> {
            assertThat(report.viewers()).isEqualTo(3);
            assertThat(report.joined()).containsExactly("a");
        });
        assertThat(window(1_000)).hasValueSatisfying(report -> {
            assertThat(report.viewers()).isEqualTo(3);
            assertThat(report.joined()).isEmpty();
        });
    }

    @Test
    void whoCameAndLeftWithinAWindowHasJoined() {
        attendance.joined("a");
        attendance.left();
        assertThat(window(0)).hasValueSatisfying(report -> {
            assertThat(report.viewers()).isZero();
            assertThat(report.joined()).containsExactly("a");
        });
        assertThat(window(1_000)).isEmpty();
    }

    @Test
    void theFirstWindowWithNobodyIsReportedAndEndsIt() {
        attendance.joined("a");
        window(0);
        attendance.left();
        attendance.end();
        assertThat(attendance.over()).isFalse();
        assertThat(window(1_000))
                .hasValueSatisfying(report -> assertThat(report.viewers()).isZero());
        assertThat(attendance.over()).isTrue();
        assertThat(window(2_000)).isEmpty();
    }

    @Test
    void whoJoinedInAReportThatWasNotSentIsToldWithTheNextOne() {
        attendance.joined("a");
        attendance.notTold(window(0).orElseThrow());
        assertThat(window(1_000))
                .hasValueSatisfying(report -> assertThat(report.joined()).containsExactly("a"));
    }

    private Optional<PresenceReported> window(long start) {
        return attendance.closeWindow("gateway", start, 1_000);
    }
}
