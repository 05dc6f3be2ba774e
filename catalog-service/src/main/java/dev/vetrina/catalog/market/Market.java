package dev.vetrina.catalog.market;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A market, with the stage in force and the one announced. */
@Entity
class Market {

    /** How far ahead a change is announced, so that it reaches every view before it counts. */
    static final Duration NOTICE = Duration.ofSeconds(2);

    @Id
    private String code;

    @Version
    private long version;

    private String currency;

    @Enumerated(EnumType.STRING)
    private TaxTreatment taxTreatment;

    private List<String> languages;

    @Enumerated(EnumType.STRING)
    private Stage previousStage;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private Instant effectiveAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Market() {}

    private Market(String code, String currency, TaxTreatment taxTreatment, List<String> languages, Instant now) {
        this.code = code;
        this.currency = currency;
        this.taxTreatment = taxTreatment;
        this.languages = List.copyOf(languages);
        this.previousStage = Stage.PLANNED;
        this.stage = Stage.PLANNED;
        this.effectiveAt = now;
        this.updatedAt = now;
    }

    static Market planned(
            String code, String currency, TaxTreatment taxTreatment, List<String> languages, Instant now) {
        return new Market(code, currency, taxTreatment, languages, now);
    }

    /**
     * Announces a change of stage, in place of one announced before. Naming the stage in force calls that one off.
     *
     * @param at when it takes effect; null for as soon as allowed
     * @return whether anything changed: asking for what is so, or announced so, changes nothing
     * @throws ProblemException 422 for too short a notice, 409 {@code illegal-stage-change} or {@code
     *     stage-change-imminent}
     */
    boolean changeStage(Stage target, @Nullable Instant at, Instant now) {
        boolean announced = now.isBefore(effectiveAt);
        if (target == stage && (!announced || at == null || at.equals(effectiveAt))) {
            return false;
        }
        Instant soonest = now.plus(NOTICE);
        if (at != null && at.isBefore(soonest)) {
            throw ProblemException.invalid("effectiveAt", "must be at least 2 seconds ahead");
        }
        if (announced && effectiveAt.isBefore(soonest)) {
            throw ProblemException.conflict(
                    "stage-change-imminent", "The change to " + stage + " takes effect at any moment.");
        }
        announce(target, at == null ? soonest : at, now);
        return true;
    }

    private void announce(Stage target, Instant at, Instant now) {
        Stage current = stageAt(now);
        if (target != current && !current.leadsTo(target)) {
            throw ProblemException.conflict(
                    "illegal-stage-change", "A market that is " + current + " cannot become " + target + ".");
        }
        previousStage = current;
        stage = target;
        effectiveAt = at;
        // Strictly later even if the clock stands still, so that the row changes and its version rises.
        updatedAt = now.isAfter(updatedAt) ? now : updatedAt.plusNanos(1_000);
    }

    Stage stageAt(Instant now) {
        return now.isBefore(effectiveAt) ? previousStage : stage;
    }

    /** The whole state, to be published once the change is flushed and the version is that of the row. */
    MarketChanged changed() {
        return new MarketChanged(
                code,
                version,
                currency,
                taxTreatment,
                List.copyOf(languages),
                previousStage.published(),
                stage.published(),
                effectiveAt);
    }

    MarketView view(Instant now) {
        boolean announced = now.isBefore(effectiveAt);
        return new MarketView(
                code,
                currency,
                taxTreatment,
                List.copyOf(languages),
                stageAt(now),
                announced ? stage : null,
                announced ? effectiveAt : null,
                version);
    }

    /** When the announced stage takes effect, if one is. */
    Optional<Instant> nextChange(Instant now) {
        return Optional.of(effectiveAt).filter(now::isBefore);
    }

    MarketTerms terms(Instant now) {
        return new MarketTerms(code, currency, taxTreatment, stageAt(now).open());
    }

    String code() {
        return code;
    }
}
