package dev.vetrina.live.series;

import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.live.card.Markets;
import dev.vetrina.live.creator.Creators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the host of a series does about it. */
@ApplicationScoped
class SeriesService {

    private final SeriesRepository series;
    private final SeriesPlan plan;
    private final SeriesConfig config;
    private final Creators creators;
    private final Markets markets;
    private final Caller caller;
    private final Clock clock;

    SeriesService(
            SeriesRepository series,
            SeriesPlan plan,
            SeriesConfig config,
            Creators creators,
            Markets markets,
            Caller caller,
            Clock clock) {
        this.series = series;
        this.plan = plan;
        this.config = config;
        this.creators = creators;
        this.markets = markets;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SeriesView create(@Nullable UUID host, SeriesTerms terms) {
        UUID creatorId = creators.hostFor(host);
        require(terms);
        Instant now = now();
        SessionSeries made = new SessionSeries(Ids.next(), creatorId, terms, now);
        if (made.startOn(made.firstDay()).isBefore(now)) {
            throw ProblemException.invalid("localStart", "must not be in the past");
        }
        if (series.countGoingOn(creatorId) >= config.perCreator()) {
            throw ProblemException.conflict(
                    "too-many-series", "A creator has at most " + config.perCreator() + " series that go on.");
        }
        series.persistAndFlush(made);
        plan.extend(made);
        series.flush();
        return made.view();
    }

    @Transactional
    SeriesView get(UUID id) {
        return own(id, series.findByIdOptional(id)).view();
    }

    @Transactional
    List<SeriesView> list(@Nullable UUID host, Optional<UUID> after, int rows) {
        return series.of(creators.hostFor(host), after, rows).stream()
                .map(SessionSeries::view)
                .toList();
    }

    @Transactional
    SeriesView edit(UUID id, @Nullable String ifMatch, SeriesTerms terms) {
        SessionSeries found = own(id, series.lock(id));
        Preconditions.requireMatch(ifMatch, found.version());
        require(terms);
        found.follow(terms, now());
        plan.realign(found);
        series.flush();
        return found.view();
    }

    @Transactional
    SeriesView cancel(UUID id, LocalDate from) {
        SessionSeries found = own(id, series.lock(id));
        Instant now = now();
        found.endWith(from.minusDays(1), now);
        plan.cancel(found, from);
        plan.extend(found);
        series.flush();
        return found.view();
    }

    private void require(SeriesTerms terms) {
        markets.requireKnown(terms.markets());
        LocalDate first = terms.localStart().toLocalDate();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (first.isAfter(today.plusYears(1)) || first.isBefore(today.minusYears(10))) {
            throw ProblemException.invalid("localStart", "must be at most a year ahead, and ten years ago");
        }
        Recurrence.of(terms.rule(), first);
    }

    private SessionSeries own(UUID id, Optional<SessionSeries> found) {
        return found.filter(known -> caller.is(Roles.OPERATOR)
                        || creators.ofCaller().filter(known.creatorId()::equals).isPresent())
                .orElseThrow(() -> ProblemException.notFound("session series", id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
