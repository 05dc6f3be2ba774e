package dev.vetrina.live.deal;

import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.card.Cards;
import dev.vetrina.live.session.Permission;
import dev.vetrina.live.session.Sessions;
import dev.vetrina.live.session.Sessions.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the host of a session does about its deals. */
@ApplicationScoped
class DealService {

    private static final Duration FARTHEST_START = Duration.ofDays(1);

    private final DealRepository deals;
    private final DealPricing pricing;
    private final DealConfig config;
    private final Sessions sessions;
    private final Cards cards;
    private final Outbox outbox;
    private final Clock clock;

    DealService(
            DealRepository deals,
            DealPricing pricing,
            DealConfig config,
            Sessions sessions,
            Cards cards,
            Outbox outbox,
            Clock clock) {
        this.deals = deals;
        this.pricing = pricing;
        this.config = config;
        this.sessions = sessions;
        this.cards = cards;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    DealView request(UUID sessionId, DealRequest request) {
        Stage stage = sessions.hostLive(sessionId);
        Instant now = now();
        Instant start = start(request.startsAt(), now);
        DealRequested event = new DealRequested(
                sessionId,
                1,
                Ids.next(),
                request.variantId(),
                pricing.check(request, stage.markets()),
                request.quantity(),
                request.perBuyerLimit(),
                start.plusSeconds(request.countdownSeconds()),
                request.durationSeconds(),
                now.plusSeconds(config.armSeconds()),
                now);
        Deal deal = Deal.of(event, productInLineup(request.variantId(), stage), request.countdownSeconds());
        requireFewerThanTheLimit(sessionId);
        deals.persistAndFlush(deal);
        outbox.publish(event);
        return DealView.forHost(deal);
    }

    @Transactional
    DealView withdraw(UUID sessionId, UUID dealId) {
        if (!sessions.callerMay(sessionId, Permission.DEAL)) {
            throw ProblemException.forbidden("This session belongs to another creator.");
        }
        Deal deal = deals.lock(dealId)
                .filter(found -> found.sessionId().equals(sessionId))
                .orElseThrow(() -> ProblemException.notFound("deal", dealId));
        deal.withdraw(now()).ifPresent(outbox::publish);
        return DealView.forHost(deal);
    }

    private UUID productInLineup(UUID variantId, Stage stage) {
        return cards.productOf(variantId)
                .filter(stage.productIds()::contains)
                .orElseThrow(() -> ProblemException.conflict(
                                "not-in-lineup", "Only a variant of a product of the lineup can be in a deal.")
                        .with("variantId", variantId));
    }

    private void requireFewerThanTheLimit(UUID sessionId) {
        if (deals.countUnfinished(sessionId) >= config.unfinishedPerSession()) {
            throw ProblemException.conflict(
                    "too-many-deals",
                    "A session has at most " + config.unfinishedPerSession() + " deals at once that are not over.");
        }
    }

    private static Instant start(@Nullable Instant asked, Instant now) {
        Instant start = Optional.ofNullable(asked).orElse(now).truncatedTo(ChronoUnit.MICROS);
        if (start.isBefore(now)) {
            throw ProblemException.invalid("startsAt", "must not be in the past");
        }
        if (start.isAfter(now.plus(FARTHEST_START))) {
            throw ProblemException.invalid("startsAt", "must be at most a day ahead");
        }
        return start;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
