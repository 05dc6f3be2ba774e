package dev.vetrina.live.card;

import dev.vetrina.events.CatalogEvent.MarketChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which markets are open for sale, by the clock. One of which nothing is known is open: order-service decides in the end. */
@ApplicationScoped
class MarketStageRepository {

    private final EntityManager database;

    MarketStageRepository(EntityManager database) {
        this.database = database;
    }

    /** Applies a newer state. What was told of the market stays as it is until it is told anew; of a new one nothing was. */
    void apply(MarketChanged market, Instant now) {
        database.createNativeQuery("""
                        insert into market_stage (code, sequence, open_before, open_after, effective_at, told_open)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict (code) do update
                            set sequence = excluded.sequence, open_before = excluded.open_before,
                                open_after = excluded.open_after, effective_at = excluded.effective_at
                            where market_stage.sequence < excluded.sequence
                        """)
                .setParameter(1, market.code())
                .setParameter(2, market.sequence())
                .setParameter(3, market.previousStage().open())
                .setParameter(4, market.stage().open())
                .setParameter(5, market.effectiveAt())
                .setParameter(6, market.stageAt(now).open())
                .executeUpdate();
    }

    boolean open(String code, Instant now) {
        List<?> known = database.createNativeQuery("""
                        select case when effective_at <= ?2 then open_after else open_before end
                        from market_stage where code = ?1
                        """, Boolean.class)
                .setParameter(1, code)
                .setParameter(2, now)
                .getResultList();
        return known.isEmpty() || (Boolean) known.getFirst();
    }

    /** When a market's announced stage takes effect, if one is. */
    Optional<Instant> nextChange(String code, Instant now) {
        return database
                .createNativeQuery("""
                        select effective_at from market_stage where code = ?1 and effective_at > ?2
                        """, Instant.class)
                .setParameter(1, code)
                .setParameter(2, now)
                .getResultList()
                .stream()
                .map(Instant.class::cast)
                .findFirst();
    }

    /** Takes note that a market's turn is told. Passes by those that another instance is telling. */
    Optional<String> tellNext(Instant now) {
        return database.createNativeQuery("""
                        update market_stage set told_open = not told_open where code = (
                            select code from market_stage
                            where told_open <> case when effective_at <= ?1 then open_after else open_before end
                            order by code limit 1 for update skip locked)
                        returning code
                        """, String.class).setParameter(1, now).getResultList().stream()
                .map(String.class::cast)
                .findFirst();
    }
}
