package dev.vetrina.order.terms;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.LostRaces;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SellingTermsService {

    private final SellingTermsBook book;
    private final SellingTermsRepository terms;
    private final Offers offers;
    private final Caller caller;
    private final Clock clock;

    SellingTermsService(
            SellingTermsBook book, SellingTermsRepository terms, Offers offers, Caller caller, Clock clock) {
        this.book = book;
        this.terms = terms;
        this.offers = offers;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SellingTerms current(String market) {
        requireMarket(market);
        return book.latest(market);
    }

    /** Version 0, the defaults, is in no list: it was never decided for this market. */
    @Transactional
    Page<SellingTerms> versions(String market, PageParams page) {
        requireMarket(market);
        long after = page.after().map(UUID::getLeastSignificantBits).orElse(0L);
        return Page.byId(
                terms.after(market, after, page.rows()),
                page,
                row -> new UUID(0, row.number()),
                SellingTermsRow::toTerms);
    }

    @Transactional
    SellingTerms change(String market, @Nullable String ifMatch, SellingTermsRequest request) {
        requireMarket(market);
        SellingTerms before = book.latest(market);
        Preconditions.requireMatch(ifMatch, before.version());
        TermsRules.require(market, request);
        SellingTermsRow row = new SellingTermsRow(
                Ids.next(),
                market,
                before.version() + 1,
                request,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.subject());
        persist(row, before.version() + 1);
        return row.toTerms();
    }

    /** Of two who change the same version at once, the second has not seen the first's. */
    private void persist(SellingTermsRow row, long version) {
        try {
            terms.persistAndFlush(row);
        } catch (PersistenceException e) {
            throw LostRaces.duplicateRow(e) ? Preconditions.stale(version) : e;
        }
    }

    private void requireMarket(String market) {
        if (offers.market(market).isEmpty()) {
            throw ProblemException.notFound("market", market);
        }
    }
}
