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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of announced prices at the moment they take effect. */
@ApplicationScoped
class PriceWatch {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final CardRepository cards;
    private final Event<PriceChange> priceChanges;
    private final Clock clock;
    private @Nullable Ticker ticker;

    PriceWatch(CardRepository cards, Event<PriceChange> priceChanges, Clock clock) {
        this.cards = cards;
        this.priceChanges = priceChanges;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("price-watch", PAUSE, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void look() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> tellNext(clock.instant()));
        }
    }

    private boolean tellNext(Instant now) {
        Optional<Card> due = cards.claimDue(now);
        due.ifPresent(card -> {
            Set<VariantMarket> changed = card.passTime(now);
            // The observers read the cards as they are now.
            cards.flush();
            if (!changed.isEmpty()) {
                priceChanges.fire(new PriceChange(card.productId(), changed));
            }
        });
        return due.isPresent();
    }
}
