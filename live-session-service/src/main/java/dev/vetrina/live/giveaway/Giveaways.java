package dev.vetrina.live.giveaway;

import dev.vetrina.live.session.ShownGiveaway;
import dev.vetrina.live.session.ShownGiveaways;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What somebody who comes into the room is told of giveaways that are under way: their facts were told before. */
@ApplicationScoped
class Giveaways implements ShownGiveaways {

    private final GiveawayRepository giveaways;

    Giveaways(GiveawayRepository giveaways) {
        this.giveaways = giveaways;
    }

    /** Runs in the transaction that reads the session. */
    @Override
    public List<ShownGiveaway> runningIn(UUID sessionId) {
        return giveaways.unfinished(sessionId).stream().map(Giveaways::shown).toList();
    }

    private static ShownGiveaway shown(Giveaway giveaway) {
        Giveaway.Times times = giveaway.times();
        return new ShownGiveaway(
                giveaway.id(),
                giveaway.status().name(),
                giveaway.prize(),
                giveaway.winners(),
                Draw.SCHEME,
                giveaway.commitment(),
                times.opensAt(),
                times.closesAt(),
                times.drawsAt(),
                giveaway.entries(),
                giveaway.entriesHash());
    }
}
