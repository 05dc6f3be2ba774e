package dev.vetrina.order.commit;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.kit.outbox.OutboxMessage;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import dev.vetrina.order.stock.VariantStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the drafts of one transaction share: the locked orders and counters, and what they did to them. */
public final class Batch {

    private final Instant now;
    private final Function<DomainEvent, OutboxMessage> toMessage;
    private final Map<UUID, Order> orders;
    private Map<UUID, VariantStock> stock = Map.of();
    private final List<Order> placed = new ArrayList<>();
    private final Map<UUID, Order> changed = new LinkedHashMap<>();
    private final List<OutboxMessage> messages = new ArrayList<>();

    Batch(Instant now, Map<UUID, Order> orders, Function<DomainEvent, OutboxMessage> toMessage) {
        this.now = now;
        this.orders = orders;
        this.toMessage = toMessage;
    }

    void lockedStock(Map<UUID, VariantStock> locked) {
        stock = locked;
    }

    /** The time of the batch. */
    public Instant now() {
        return now;
    }

    public Optional<Order> find(UUID orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    /** @throws ProblemException 404 */
    public Order order(UUID id) {
        return find(id).orElseThrow(() -> ProblemException.notFound("order", id));
    }

    /** The variants of an order, for a draft that moves its stock. */
    public Set<UUID> variantsOf(UUID orderId) {
        return find(orderId).stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::variantId)
                .collect(Collectors.toSet());
    }

    public VariantStock stock(UUID variantId) {
        VariantStock locked = stock.get(variantId);
        if (locked == null) {
            throw new IllegalStateException("the draft did not ask for the stock of " + variantId);
        }
        return locked;
    }

    public void place(Order order) {
        placed.add(order);
    }

    public void change(Order order) {
        changed.put(order.id(), order);
    }

    public void publish(DomainEvent event) {
        messages.add(toMessage.apply(event));
    }

    public void publish(OutboxMessage prepared) {
        messages.add(prepared);
    }

    List<Order> placed() {
        return placed;
    }

    List<Order> changed() {
        return List.copyOf(changed.values());
    }

    Map<UUID, VariantStock> stock() {
        return stock;
    }

    List<OutboxMessage> messages() {
        return messages;
    }
}
