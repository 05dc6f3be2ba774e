package dev.vetrina.catalog.market;

import dev.vetrina.events.CatalogEvent.MarketStage;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a market's rollout is. */
@Schema(name = "MarketStage", description = "PILOT and LAUNCHED are open for sale.")
enum Stage {
    PLANNED,
    PILOT,
    LAUNCHED,
    PAUSED,
    WITHDRAWN;

    private Set<Stage> next() {
        return switch (this) {
            case PLANNED -> Set.of(PILOT);
            case PILOT -> Set.of(LAUNCHED, PAUSED);
            case LAUNCHED -> Set.of(PAUSED);
            // A market goes back to the stage in which it was paused; only a closed one is withdrawn.
            case PAUSED -> Set.of(PILOT, LAUNCHED, WITHDRAWN);
            case WITHDRAWN -> Set.of();
        };
    }

    boolean leadsTo(Stage other) {
        return next().contains(other);
    }

    boolean open() {
        return published().open();
    }

    MarketStage published() {
        return MarketStage.valueOf(name());
    }
}
