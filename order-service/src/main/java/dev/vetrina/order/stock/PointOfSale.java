package dev.vetrina.order.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a line is bought: it decides from which pool it is taken.
 *
 * @param market ISO 3166 code
 * @param sessionId the show, or null outside of one
 * @param dealId the deal, or null at the usual price
 */
public record PointOfSale(
        String market, @Nullable UUID sessionId, @Nullable UUID dealId) {}
