package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {

    @Test
    void theStartIsShownAsTheClocksOfItsZoneShowIt() {
        Announcement london = in("Europe/London");

        assertThat(london.local(Instant.parse("2030-01-15T20:00:00Z"))).isEqualTo("2030-01-15T20:00");
        assertThat(london.local(Instant.parse("2030-07-15T20:00:00Z"))).isEqualTo("2030-07-15T21:00");
        assertThat(london.local(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "Z", "Mars/Olympus", "europe/london", ""})
    void whatIsNoZoneOfTheWorldIsRefused(String zone) {
        assertThatThrownBy(() -> in(zone))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("invalid-input"));
    }

    @Test
    void aMarketNamedTwiceIsOneMarket() {
        assertThat(Announcement.of("A", List.of("GB", "DE", "GB"), Visibility.PUBLIC, "UTC", null, null)
                        .markets())
                .containsExactly("GB", "DE");
    }

    private static Announcement in(String zone) {
        return Announcement.of("A", List.of("GB"), Visibility.PUBLIC, zone, null, null);
    }
}
