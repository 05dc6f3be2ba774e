package dev.vetrina.catalog.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The markets as the other features of the catalogue see them. */
@ApplicationScoped
public class Markets {

    private final MarketRepository markets;
    private final Clock clock;

    Markets(MarketRepository markets, Clock clock) {
        this.markets = markets;
        this.clock = clock;
    }

    @Transactional
    public Optional<MarketTerms> terms(String code) {
        return markets.findByIdOptional(code).map(market -> market.terms(clock.instant()));
    }

    /** All markets by their code. */
    @Transactional
    public Map<String, MarketTerms> all() {
        Instant now = clock.instant();
        return markets.listAll().stream().collect(Collectors.toMap(Market::code, market -> market.terms(now)));
    }

    /** When the next announced stage of any market takes effect. */
    @Transactional
    public Optional<Instant> nextChange(Instant now) {
        return markets.listAll().stream()
                .flatMap(market -> market.nextChange(now).stream())
                .min(Comparator.naturalOrder());
    }

    /** The markets in which goods can be seen and bought now. */
    public Set<String> open() {
        return all().values().stream()
                .filter(MarketTerms::open)
                .map(MarketTerms::code)
                .collect(Collectors.toSet());
    }
}
