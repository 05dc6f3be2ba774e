package dev.vetrina.live.statistics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a figure of sales is of, in one minute of one market: a session, a brand in it, or a product. An order with several products counts
 * once in each scope, and so scopes cannot be added up to one another; minutes and markets can.
 *
 * @param brandId {@link #ANY} for the session
 * @param productId {@link #ANY} for the session and for a brand
 */
record SalesScope(UUID sessionId, UUID brandId, UUID productId, String market, Instant minute) {

    static final UUID ANY = new UUID(0, 0);

    static final Comparator<SalesScope> ORDER = Comparator.comparing(SalesScope::sessionId)
            .thenComparing(SalesScope::brandId)
            .thenComparing(SalesScope::productId)
            .thenComparing(SalesScope::market)
            .thenComparing(SalesScope::minute);

    static SalesScope ofSession(UUID sessionId, String market, Instant time) {
        return new SalesScope(sessionId, ANY, ANY, market, time.truncatedTo(ChronoUnit.MINUTES));
    }

    SalesScope ofBrand(UUID brand) {
        return new SalesScope(sessionId, brand, ANY, market, minute);
    }

    SalesScope ofProduct(UUID brand, UUID product) {
        return new SalesScope(sessionId, brand, product, market, minute);
    }
}
