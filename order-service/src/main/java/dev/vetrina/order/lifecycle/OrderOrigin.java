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
 */
public record OrderOrigin(
        String customerId,
        String market,
        String currency,
        @Nullable UUID sessionId,
        @Nullable UUID creatorId) {}
