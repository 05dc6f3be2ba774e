package dev.vetrina.order.cancellation;

import dev.vetrina.order.fulfilment.OverdueParts;
import dev.vetrina.order.fulfilment.OverdueParts.Edition;
import dev.vetrina.order.fulfilment.OverdueParts.Late;
import dev.vetrina.order.terms.SellingTerms;
import dev.vetrina.order.terms.SellingTermsBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** By when brands are to confirm and to ship: an order keeps the terms under which it was placed. */
@ApplicationScoped
public class BrandDeadlines {

    /** No terms give a brand less. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final OverdueParts overdueParts;
    private final SellingTermsBook book;

    BrandDeadlines(OverdueParts overdueParts, SellingTermsBook book) {
        this.overdueParts = overdueParts;
        this.book = book;
    }

    /** What is late at a time, under each of the terms of orders in work that may be. */
    public List<Late> at(Instant time) {
        return overdueParts.editions(time.minus(SHORTEST)).stream()
                .map(edition -> late(edition, time))
                .toList();
    }

    private Late late(Edition edition, Instant time) {
        SellingTerms terms = book.version(edition.market(), edition.termsVersion());
        return new Late(
                edition,
                time.minus(Duration.ofHours(terms.confirmWithinHours())),
                time.minus(Duration.ofHours(terms.shipWithinHours())));
    }
}
