package dev.vetrina.catalog.market;

import dev.vetrina.kit.http.Freshness;
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
    private final Freshness freshness;
    private final Clock clock;

    MarketService(MarketRepository markets, Outbox outbox, Freshness freshness, Clock clock) {
        this.markets = markets;
        this.outbox = outbox;
        this.freshness = freshness;
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
        return shown(markets.get(code), now());
    }

    @Transactional
    public List<MarketView> list() {
        Instant now = now();
        return markets.list("order by code").stream()
                .map(market -> shown(market, now))
                .toList();
    }

    private MarketView shown(Market market, Instant now) {
        market.nextChange(now).ifPresent(freshness::until);
        return market.view(now);
    }

    /** As precise as the database. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
