package dev.vetrina.localstack.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that is known of a show once it is over and has settled: what people were told, and what was found.
 *
 * @param stockBefore of every variant wanted, before the show
 * @param sales what buyers were told
 * @param orders every order of the session, as an operator sees them
 * @param foundByOwner orders that their buyers can see
 * @param timeline every fact of the session
 * @param room what viewers did besides buying
 */
record Evidence(
        Map<UUID, StockCount> stockBefore,
        Map<UUID, StockCount> stockAfter,
        SalesFigures sales,
        List<OrderFound> orders,
        Set<UUID> foundByOwner,
        SessionStatistics statistics,
        List<FeedFact> timeline,
        List<ViewerLog> viewers,
        RoomFound room) {}
