package dev.vetrina.live.series;

import dev.vetrina.live.session.PlannedSessions;
import dev.vetrina.live.session.PlannedSessions.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes sessions of a series' days. Whoever calls has locked the series. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SeriesPlan {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final PlannedSessions sessions;
    private final SeriesConfig config;
    private final Clock clock;

    SeriesPlan(PlannedSessions sessions, SeriesConfig config, Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
    }

    /** Makes what has come within reach. */
    void extend(SessionSeries series) {
        Instant now = clock.instant();
        LocalDate reach = reach(series, now);
        if (reach.isAfter(series.plannedThrough())) {
            announce(series, series.days(series.plannedThrough().plusDays(1), reach), now);
        }
        // Not back, if the clock is: what was made would be made again.
        series.plannedThrough(later(reach, series.plannedThrough()), now.plus(PAUSE));
    }

    /** Brings what was made in line with new terms, from their first day or today on. */
    void realign(SessionSeries series) {
        Instant now = clock.instant();
        LocalDate from = later(series.firstDay(), series.dayAt(now));
        List<LocalDate> days = series.days(from, later(reach(series, now), series.plannedThrough()));
        List<Occurrence> made = sessions.from(series.id(), from);
        for (Occurrence occurrence : made) {
            if (!occurrence.follows()) {
                continue;
            }
            if (days.contains(occurrence.day())
                    && !series.startOn(occurrence.day()).isBefore(now)) {
                sessions.follow(occurrence.sessionId(), series.announcement(), series.startOn(occurrence.day()));
            } else if (!days.contains(occurrence.day())) {
                sessions.cancel(occurrence.sessionId());
            }
        }
        Set<LocalDate> known = made.stream().map(Occurrence::day).collect(Collectors.toSet());
        announce(series, days.stream().filter(day -> !known.contains(day)).toList(), now);
        series.plannedThrough(later(reach(series, now), series.plannedThrough()), now.plus(PAUSE));
    }

    /** Cancels what was made and has not begun, changed by itself or not. */
    void cancel(SessionSeries series, LocalDate from) {
        sessions.from(series.id(), from).stream()
                .filter(Occurrence::announced)
                .forEach(occurrence -> sessions.cancel(occurrence.sessionId()));
    }

    private void announce(SessionSeries series, List<LocalDate> days, Instant now) {
        for (LocalDate day : days) {
            Instant start = series.startOn(day);
            if (!start.isBefore(now)) {
                sessions.announce(series.id(), day, series.creatorId(), series.announcement(), start);
            }
        }
    }

    private LocalDate reach(SessionSeries series, Instant now) {
        return series.dayAt(now).plusDays(config.horizonDays());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
