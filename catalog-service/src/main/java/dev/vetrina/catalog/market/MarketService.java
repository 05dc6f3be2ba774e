package dev.vetrina.catalog.market;

import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@ApplicationScoped
class MarketService {

    private final MarketRepository markets;
    private final Outbox outbox;
    private final Clock clock;

    MarketService(MarketRepository markets, Outbox outbox, Clock clock) {
        this.markets = markets;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public MarketView create(CreateMarketRequest request) {
        Market market =
                Market.planned(request.code(), request.currency(), request.taxTreatment(), request.languages(), now());
        if (!markets.insertIfAbsent(market)) {
            throw ProblemException.conflict("market-exists", "There is a market " + request.code() + " already.");
        }
        outbox.publish(market.changed());
        return market.view(now());
    }

    @Transactional
    public MarketView changeStage(String code, ChangeStageRequest request) {
        Market market = markets.getForChange(code);
        Instant at =
                request.effectiveAt() == null ? null : request.effectiveAt().truncatedTo(ChronoUnit.MICROS);
        if (market.changeStage(request.stage(), at, now())) {
            markets.flush();
            outbox.publish(market.changed());
        }
        return market.view(now());
    }

    @Transactional
    public MarketView get(String code) {
        return markets.get(code).view(now());
    }

    @Transactional
    public List<MarketView> list() {
        Instant now = now();
        return markets.list("order by code").stream()
                .map(market -> market.view(now))
                .toList();
    }

    /** As precise as the database. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
