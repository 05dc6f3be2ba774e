package dev.vetrina.live.giveaway;

import dev.vetrina.live.ticker.Ticker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens, closes and draws giveaways when their time has come, each step once, on whichever instance gets to it first. */
@ApplicationScoped
class GiveawayClock {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final GiveawayRepository giveaways;
    private final EntryRepository entries;
    private final GiveawayFacts facts;
    private final Clock clock;
    private @Nullable Ticker ticker;

    GiveawayClock(GiveawayRepository giveaways, EntryRepository entries, GiveawayFacts facts, Clock clock) {
        this.giveaways = giveaways;
        this.entries = entries;
        this.facts = facts;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("giveaway-clock", PAUSE, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void look() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> stepNext(clock.instant()));
        }
    }

    private boolean stepNext(Instant now) {
        Optional<Giveaway> due = giveaways.claimDue(now);
        due.ifPresent(giveaway -> step(giveaway, now));
        return due.isPresent();
    }

    private void step(Giveaway giveaway, Instant now) {
        if (giveaway.due(GiveawayStatus.OPEN, now)) {
            giveaway.open();
            facts.opened(giveaway);
        } else if (giveaway.due(GiveawayStatus.CLOSED, now)) {
            giveaway.close(entries.lines(giveaway.id()));
            facts.closed(giveaway);
        } else if (giveaway.due(GiveawayStatus.DRAWN, now)) {
            giveaway.draw(entries.lines(giveaway.id()));
            facts.drawn(giveaway);
        }
    }
}
