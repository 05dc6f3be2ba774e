package dev.vetrina.live.giveaway;

import dev.vetrina.kit.time.Ticker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens, closes and draws giveaways when their time has come, each step once, on whichever instance gets to it first. */
@ApplicationScoped
class GiveawayClock {

    private static final Logger LOG = Logger.getLogger(GiveawayClock.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int AT_ONCE = 100;

    private final GiveawayRepository giveaways;
    private final EntryRepository entries;
    private final GiveawayFacts facts;
    private final Clock clock;
    private final Set<UUID> reported = new HashSet<>();
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

    void look() {
        Instant now = clock.instant();
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> giveaways.due(now, AT_ONCE));
        due.forEach(id -> attempt(id, now));
    }

    /** One that cannot be drawn, because somebody changed its entries in the database, does not hold up the others. */
    private void attempt(UUID id, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> giveaways.claim(id).ifPresent(giveaway -> step(giveaway, now)));
        } catch (IllegalStateException e) {
            if (reported.add(id)) {
                LOG.errorf(e, "Giveaway %s stays as it is", id);
            }
        }
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
