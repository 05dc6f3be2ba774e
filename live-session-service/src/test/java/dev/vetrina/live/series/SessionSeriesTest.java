package dev.vetrina.live.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In 2030 the clocks of London go forward on 31 March at 1:00 and back on 27 October at 2:00. */
class SessionSeriesTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void theLocalTimeStaysWhenTheClocksChange() {
        SessionSeries series = at("2030-03-24T20:00", "Europe/London");

        assertThat(series.startOn(LocalDate.of(2030, 3, 24))).isEqualTo("2030-03-24T20:00:00Z");
        assertThat(series.startOn(LocalDate.of(2030, 3, 31))).isEqualTo("2030-03-31T19:00:00Z");
        assertThat(series.startOn(LocalDate.of(2030, 10, 27))).isEqualTo("2030-10-27T20:00:00Z");
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsMovedOnByWhatTheyLeaveOut() {
        SessionSeries series = at("2030-03-24T01:30", "Europe/London");

        assertThat(series.startOn(LocalDate.of(2030, 3, 31))).isEqualTo("2030-03-31T01:30:00Z");
        assertThat(series.startOn(LocalDate.of(2030, 4, 7))).isEqualTo("2030-04-07T00:30:00Z");
    }

    @Test
    void ofATimeThatTheClocksShowTwiceTheFirstCounts() {
        SessionSeries series = at("2030-03-24T01:30", "Europe/London");

        assertThat(series.startOn(LocalDate.of(2030, 10, 27))).isEqualTo("2030-10-27T00:30:00Z");
    }

    @Test
    void nothingComesAfterTheLastDay() {
        SessionSeries series = at("2030-03-24T20:00", "Europe/London");
        LocalDate end = LocalDate.of(2030, 4, 30);
        assertThat(series.days(LocalDate.of(2030, 3, 24), end)).hasSize(6);

        series.endWith(LocalDate.of(2030, 4, 6), NOW);
        series.endWith(LocalDate.of(2030, 4, 20), NOW);

        assertThat(series.days(LocalDate.of(2030, 3, 24), end))
                .containsExactly(LocalDate.of(2030, 3, 24), LocalDate.of(2030, 3, 31));
    }

    private static SessionSeries at(String localStart, String timeZone) {
        SeriesTerms terms = new SeriesTerms(
                "Sunday",
                List.of("GB"),
                timeZone,
                LocalDateTime.parse(localStart),
                "FREQ=WEEKLY;BYDAY=SU",
                null,
                null,
                null);
        return new SessionSeries(Ids.next(), Ids.next(), terms, NOW);
    }
}
