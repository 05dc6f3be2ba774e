package dev.vetrina.live.series;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Makes the sessions that have come within reach, each series in a transaction of its own, on whichever instance claims it. */
@ApplicationScoped
class SeriesPlanner {

    private final SeriesRepository series;
    private final SeriesPlan plan;
    private final Clock clock;

    SeriesPlanner(SeriesRepository series, SeriesPlan plan, Clock clock) {
        this.series = series;
        this.plan = plan;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void planAll() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::planNext);
        }
    }

    private boolean planNext() {
        Optional<SessionSeries> due = series.claimDue(clock.instant());
        due.ifPresent(plan::extend);
        return due.isPresent();
    }
}
