package dev.vetrina.order.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who ordered, where, and in which show.
 *
 * @param customerId the buyer's pseudonymous id
 * @param market ISO 3166 code
 * @param currency the market's, ISO 4217
 * @param creatorId the session's creator at the time of the order
 * @param test whether a brand made it in the sandbox: it counts nowhere, and nobody pays for it
 */
public record OrderOrigin(
        String customerId,
        String market,
        String currency,
        @Nullable UUID sessionId,
        @Nullable UUID creatorId,
        boolean test) {

    /** A real order. */
    public OrderOrigin(
            String customerId, String market, String currency, @Nullable UUID sessionId, @Nullable UUID creatorId) {
        this(customerId, market, currency, sessionId, creatorId, false);
    }

    /** A test order of a brand, outside of any show. Its buyer is nobody: no token has such a subject. */
    public static OrderOrigin testOf(UUID brandId, String market, String currency) {
        return new OrderOrigin("sandbox:" + brandId, market, currency, null, null, true);
    }
}
