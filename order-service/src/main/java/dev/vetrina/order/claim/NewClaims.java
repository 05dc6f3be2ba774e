package dev.vetrina.order.claim;

import dev.vetrina.order.lifecycle.OrderLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an order that is not placed yet will claim.
 *
 * @param limitedVariants those of which one customer may not buy as many as there are
 * @param waitlistEntries the places in lines by which lines are bought, by the line's id
 */
public record NewClaims(
        String customerId, List<OrderLine> lines, Set<UUID> limitedVariants, Map<UUID, UUID> waitlistEntries) {}
