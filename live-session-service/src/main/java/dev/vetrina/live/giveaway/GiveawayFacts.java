package dev.vetrina.live.giveaway;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.live.timeline.FactKind;
import dev.vetrina.live.timeline.FactLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What of a giveaway becomes a fact, and with which data. */
@ApplicationScoped
class GiveawayFacts {

    private final FactLog log;
    private final ObjectMapper json;

    GiveawayFacts(FactLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    void announced(Giveaway giveaway) {
        record(giveaway, FactKind.GIVEAWAY_ANNOUNCED, Terms.of(giveaway));
    }

    void opened(Giveaway giveaway) {
        record(giveaway, FactKind.GIVEAWAY_OPENED, Terms.of(giveaway));
    }

    void closed(Giveaway giveaway) {
        record(
                giveaway,
                FactKind.GIVEAWAY_CLOSED,
                new Frozen(
                        giveaway.id(),
                        requireNonNull(giveaway.entries()),
                        requireNonNull(giveaway.entriesHash()),
                        giveaway.times().drawsAt()));
    }

    void drawn(Giveaway giveaway) {
        record(
                giveaway,
                FactKind.GIVEAWAY_DRAWN,
                new Drawn(
                        giveaway.id(),
                        requireNonNull(giveaway.revealedSeed()),
                        requireNonNull(giveaway.entriesHash()),
                        giveaway.drawn()));
    }

    void cancelled(Giveaway giveaway) {
        record(giveaway, FactKind.GIVEAWAY_CANCELLED, new Cancelled(giveaway.id()));
    }

    private void record(Giveaway giveaway, FactKind kind, Record data) {
        log.record(giveaway.sessionId(), kind, json.valueToTree(data));
    }

    private record Terms(
            UUID giveawayId,
            String prize,
            int winners,
            String scheme,
            String commitment,
            Instant opensAt,
            Instant closesAt,
            Instant drawsAt) {

        static Terms of(Giveaway giveaway) {
            Giveaway.Times times = giveaway.times();
            return new Terms(
                    giveaway.id(),
                    giveaway.prize(),
                    giveaway.winners(),
                    Draw.SCHEME,
                    giveaway.commitment(),
                    times.opensAt(),
                    times.closesAt(),
                    times.drawsAt());
        }
    }

    private record Frozen(UUID giveawayId, int entries, String entriesHash, Instant drawsAt) {}

    private record Drawn(UUID giveawayId, String seed, String entriesHash, List<UUID> winningEntryIds) {}

    private record Cancelled(UUID giveawayId) {}
}
