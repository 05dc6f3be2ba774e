package dev.vetrina.live.series;

import dev.vetrina.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days of a series, by a rule of RFC 5545 that counts days and nothing shorter. */
final class Recurrence {

    private static final Set<String> PARTS =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST");
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    /** Rules that find nothing for so long find nothing at all. */
    private static final int FARTHEST_YEARS = 50;

    private final RecurrenceRule rule;
    private final LocalDate first;

    private Recurrence(RecurrenceRule rule, LocalDate first) {
        this.rule = rule;
        this.first = first;
    }

    /**
     * Reads a rule.
     *
     * @param first the day on which it begins, which must be one of its days
     * @throws ProblemException 422 {@code invalid-input}
     */
    static Recurrence of(String text, LocalDate first) {
        List<String> names = Arrays.stream(text.split(";", -1))
                .map(part -> part.replaceFirst("=.*", ""))
                .toList();
        if (!PARTS.containsAll(names) || new HashSet<>(names).size() < names.size()) {
            throw invalid("must consist of "
                    + String.join(", ", PARTS.stream().sorted().toList()) + ", each once");
        }
        try {
            RecurrenceRule rule = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
            if (!FREQUENCIES.contains(rule.getFreq().name())) {
                throw invalid("must recur by days or longer");
            }
            Recurrence recurrence = new Recurrence(rule, first);
            if (recurrence.between(first, first).isEmpty()) {
                throw ProblemException.invalid("localStart", "must be on a day of the rule");
            }
            // Reads on to the next day, so that a rule that finds none for ages is refused here and not met later.
            recurrence.goesOnAfter(first);
            return recurrence;
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw invalid("must be a recurrence rule of RFC 5545, an UNTIL a day such as 20301231");
        }
    }

    /** Its days from one to another, both included. */
    List<LocalDate> between(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        RecurrenceRuleIterator all = rule.iterator(day(first));
        while (all.hasNext()) {
            LocalDate day = day(all.nextDateTime());
            if (day.isAfter(to)) {
                break;
            }
            if (!day.isBefore(from)) {
                days.add(day);
            }
        }
        return days;
    }

    boolean goesOnAfter(LocalDate day) {
        RecurrenceRuleIterator all = rule.iterator(day(first));
        while (all.hasNext()) {
            LocalDate next = day(all.nextDateTime());
            if (next.isAfter(day)) {
                return next.isBefore(day.plusYears(FARTHEST_YEARS));
            }
        }
        return false;
    }

    /** A day without time and zone: the rule's arithmetic is that of the calendar. */
    private static DateTime day(LocalDate date) {
        return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    }

    private static LocalDate day(DateTime date) {
        return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
    }

    private static ProblemException invalid(String message) {
        return ProblemException.invalid("rule", message);
    }
}
