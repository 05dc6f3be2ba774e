package dev.vetrina.live.card;

import dev.vetrina.kit.time.Ticker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of markets that open or close, at the moment at which they do. */
@ApplicationScoped
class MarketWatch {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final MarketStageRepository stages;
    private final Event<MarketTurn> turns;
    private final Clock clock;
    private @Nullable Ticker ticker;

    MarketWatch(MarketStageRepository stages, Event<MarketTurn> turns, Clock clock) {
        this.stages = stages;
        this.turns = turns;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("market-watch", PAUSE, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void look() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(this::tellNext);
        }
    }

    private boolean tellNext() {
        Optional<String> turned = stages.tellNext(clock.instant());
        turned.map(MarketTurn::new).ifPresent(turns::fire);
        return turned.isPresent();
    }
}
