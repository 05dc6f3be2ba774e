package dev.vetrina.order.shipping;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.LostRaces;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ShippingRateService {

    private final ShippingRateBook book;
    private final ShippingRatesRepository rates;
    private final Offers offers;
    private final Clock clock;

    ShippingRateService(ShippingRateBook book, ShippingRatesRepository rates, Offers offers, Clock clock) {
        this.book = book;
        this.rates = rates;
        this.offers = offers;
        this.clock = clock;
    }

    @Transactional
    ShippingRates get(UUID brandId, String market) {
        return book.latest(brandId, market(market));
    }

    @Transactional
    ShippingRates change(UUID brandId, String code, @Nullable String ifMatch, List<ShippingOption> options) {
        Market market = market(code);
        Optional<ShippingRatesRow> known = rates.of(brandId, code);
        long version = known.map(ShippingRatesRow::version).orElse(0L);
        Preconditions.requireMatch(ifMatch, version);
        requireSense(options, market.currency());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ShippingRatesRow row =
                known.orElseGet(() -> new ShippingRatesRow(Ids.next(), brandId, market.code(), options, now));
        row.change(options, now);
        persist(row, version);
        return row.toRates();
    }

    /** Of two who are the first at once, the second has not seen the first's. */
    private void persist(ShippingRatesRow row, long version) {
        try {
            rates.persistAndFlush(row);
        } catch (PersistenceException e) {
            throw LostRaces.duplicateRow(e) || LostRaces.staleRow(e) ? Preconditions.stale(version + 1) : e;
        }
    }

    private static void requireSense(List<ShippingOption> options, String currency) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            ShippingOption option = options.get(i);
            String field = "options[" + i + "].";
            if (!codes.add(option.code())) {
                throw ProblemException.invalid(field + "code", "is in the list already");
            }
            requireAmount(field + "price", option.price(), currency);
            if (option.freeFrom() != null) {
                requireAmount(field + "freeFrom", option.freeFrom(), currency);
            }
            if (option.estimatedDaysMax() < option.estimatedDaysMin()) {
                throw ProblemException.invalid(field + "estimatedDaysMax", "must not be less than estimatedDaysMin");
            }
        }
    }

    private static void requireAmount(String field, Money amount, String currency) {
        if (!amount.currency().equals(currency)) {
            throw ProblemException.invalid(field, "must be in " + currency);
        }
        if (amount.amount() < 0) {
            throw ProblemException.invalid(field, "must not be negative");
        }
    }

    private Market market(String code) {
        return offers.market(code).orElseThrow(() -> ProblemException.notFound("market", code));
    }
}
