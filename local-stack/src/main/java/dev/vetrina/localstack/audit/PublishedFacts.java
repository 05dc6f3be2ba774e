package dev.vetrina.localstack.audit;

import java.util.List;
import java.util.UUID;

/**
 * The events of orders and of stock, each topic partition in its own order.
 *
 * @param orders what a consumer that reads committed is given, repeats included
 */
public record PublishedFacts(List<OrderFact> orders, List<StockFact> stock) {

    /** @param type such as {@code order.placed.v1} */
    public record OrderFact(String type, UUID orderId, long sequence) {}

    /** The sums over a variant's pools. */
    public record StockFact(UUID eventId, UUID variantId, long sequence, Counters counters) {}

    public PublishedFacts {
        orders = List.copyOf(orders);
        stock = List.copyOf(stock);
    }
}
