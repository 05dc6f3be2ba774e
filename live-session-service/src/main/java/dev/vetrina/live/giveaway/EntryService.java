package dev.vetrina.live.giveaway;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What viewers do about a giveaway. */
@ApplicationScoped
class EntryService {

    private final GiveawayRepository giveaways;
    private final EntryRepository entries;
    private final Sessions sessions;
    private final Caller caller;
    private final Clock clock;

    EntryService(GiveawayRepository giveaways, EntryRepository entries, Sessions sessions, Caller caller, Clock clock) {
        this.giveaways = giveaways;
        this.entries = entries;
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    /** Who has entered already gets the entry that counts, also once it is closed. */
    @Transactional
    OwnEntryView enter(UUID sessionId, UUID giveawayId, String nonce) {
        if (sessions.workedOnByCaller(sessionId)) {
            throw ProblemException.forbidden("Whoever runs the show cannot enter.");
        }
        Giveaway giveaway = found(sessionId, giveawayId);
        String customerId = caller.subject();
        if (entries.of(giveawayId, customerId).isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            giveaway.requireOpen(now);
            requireStillOpen(giveaway);
            entries.enter(Ids.next(), giveawayId, customerId, nonce, now);
        }
        return own(giveaway);
    }

    @Transactional
    void withdraw(UUID sessionId, UUID giveawayId) {
        Giveaway giveaway = seen(sessionId, giveawayId);
        giveaway.requireOpen(clock.instant());
        requireStillOpen(giveaway);
        entries.withdraw(giveawayId, caller.subject());
    }

    @Transactional
    OwnEntryView mine(UUID sessionId, UUID giveawayId) {
        return own(seen(sessionId, giveawayId));
    }

    /** For the delivery of the prize. */
    @Transactional
    WinnersView winners(UUID sessionId, UUID giveawayId) {
        Giveaway giveaway = seen(sessionId, giveawayId);
        Map<UUID, GiveawayEntry> won = entries.all(giveaway.drawn()).stream()
                .collect(Collectors.toMap(GiveawayEntry::id, Function.identity()));
        return new WinnersView(
                giveawayId,
                giveaway.drawn().stream()
                        .map(won::get)
                        .map(entry -> new WinnersView.Winner(entry.id(), entry.customerId()))
                        .toList());
    }

    /** @throws ProblemException 404 {@code not-found} */
    Giveaway seen(UUID sessionId, UUID giveawayId) {
        sessions.standing(sessionId);
        return found(sessionId, giveawayId);
    }

    private Giveaway found(UUID sessionId, UUID giveawayId) {
        return giveaways.of(sessionId, giveawayId).orElseThrow(() -> ProblemException.notFound("giveaway", giveawayId));
    }

    /** From here to the end of the transaction nobody freezes the entries. */
    private void requireStillOpen(Giveaway giveaway) {
        if (!giveaways.holdOpen(giveaway.id())) {
            throw giveaway.closed();
        }
    }

    private OwnEntryView own(Giveaway giveaway) {
        return entries.of(giveaway.id(), caller.subject())
                .map(entry -> OwnEntryView.of(entry, giveaway))
                .orElseThrow(() -> ProblemException.notFound("entry of", "this customer"));
    }
}
