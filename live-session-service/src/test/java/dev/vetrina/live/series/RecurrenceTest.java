package dev.vetrina.live.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.problem.ProblemException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    /** A Friday. */
    private static final LocalDate FIRST = LocalDate.of(2030, 3, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY                          | 2030-03-01 2030-03-02 2030-03-03 2030-03-04",
                "FREQ=WEEKLY;BYDAY=FR                | 2030-03-01 2030-03-08 2030-03-15 2030-03-22",
                "FREQ=WEEKLY;BYDAY=TU,FR;INTERVAL=2  | 2030-03-01 2030-03-12 2030-03-15 2030-03-26",
                "FREQ=MONTHLY;BYDAY=1FR              | 2030-03-01 2030-04-05 2030-05-03 2030-06-07",
                "FREQ=MONTHLY;BYDAY=FR,SA;BYSETPOS=1 | 2030-03-01 2030-04-05 2030-05-03 2030-06-01",
                "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1  | 2030-03-01 2031-03-01 2032-03-01 2033-03-01",
                "FREQ=WEEKLY;COUNT=2                 | 2030-03-01 2030-03-08",
                "FREQ=WEEKLY;UNTIL=20300315          | 2030-03-01 2030-03-08 2030-03-15",
            })
    void theDaysOfARuleAreThoseOfTheCalendar(String rule, String days) {
        assertThat(Recurrence.of(rule, FIRST).between(FIRST, FIRST.plusYears(3)).stream()
                        .limit(4)
                        .map(LocalDate::toString))
                .containsExactly(days.split(" "));
    }

    @Test
    void aMonthWithoutTheDayIsLeftOut() {
        assertThat(Recurrence.of("FREQ=MONTHLY;BYMONTHDAY=31", LocalDate.of(2030, 1, 31))
                        .between(LocalDate.of(2030, 2, 1), LocalDate.of(2030, 5, 31)))
                .containsExactly(LocalDate.of(2030, 3, 31), LocalDate.of(2030, 5, 31));
    }

    @Test
    void onlyTheDaysOfTheSpanAreGivenBothEndsIncluded() {
        Recurrence fridays = Recurrence.of("FREQ=WEEKLY;BYDAY=FR", FIRST);

        assertThat(fridays.between(FIRST.plusDays(7), FIRST.plusDays(14)))
                .containsExactly(FIRST.plusDays(7), FIRST.plusDays(14));
        assertThat(fridays.between(FIRST.plusDays(1), FIRST.plusDays(6))).isEmpty();
    }

    @Test
    void aRuleThatIsOverDoesNotGoOn() {
        Recurrence twice = Recurrence.of("FREQ=WEEKLY;COUNT=2", FIRST);

        assertThat(twice.goesOnAfter(FIRST)).isTrue();
        assertThat(twice.goesOnAfter(FIRST.plusDays(7))).isFalse();
        assertThat(Recurrence.of("FREQ=DAILY", FIRST).goesOnAfter(FIRST.plusYears(5)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "FREQ=HOURLY",
                "FREQ=SECONDLY",
                "FREQ=DAILY;BYHOUR=9,10",
                "FREQ=DAILY;FREQ=WEEKLY",
                "FREQ=DAILY;X-OWN=1",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=2;UNTIL=20300305",
                "FREQ=WEEKLY;BYDAY=XX",
                "BYDAY=FR",
                "FREQ=DAILY;UNTIL=20300305T000000Z",
            })
    void whatIsNoRuleOfTheSubsetIsRefused(String rule) {
        refused(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=WEEKLY;BYDAY=SA", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;UNTIL=20300228"})
    void theFirstDayIsOneOfTheRule(String rule) {
        refused(rule);
    }

    private static void refused(String rule) {
        assertThatThrownBy(() -> Recurrence.of(rule, FIRST))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("invalid-input"));
    }
}
