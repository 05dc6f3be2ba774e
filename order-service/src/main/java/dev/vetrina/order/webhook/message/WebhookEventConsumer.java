package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.StockEvent.StockLevelChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.Orders;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import dev.vetrina.order.webhook.destination.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes messages of what this service has published, so that nobody who buys waits for it. The messages themselves remember which
 * events they were made of: a repeat makes none.
 */
@ApplicationScoped
class WebhookEventConsumer implements BatchConsumer {

    private final MessageRows rows;
    private final WebhookSignal signal;
    private final Orders orders;
    private final Offers offers;
    private final WebhookSettings settings;

    WebhookEventConsumer(
            MessageRows rows, WebhookSignal signal, Orders orders, Offers offers, WebhookSettings settings) {
        this.rows = rows;
        this.signal = signal;
        this.orders = orders;
        this.offers = offers;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ORDERS, Topics.STOCK_LEVELS, Topics.STOCK_ALERTS, Topics.STOCK_DEALS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public int atOnce() {
        return 500;
    }

    /** A partner tries out what it does with them. */
    @Override
    public boolean takesTests() {
        return true;
    }

    /** @param event from which the fact was made */
    private record Made(ReceivedEvent event, Fact fact) {}

    @Override
    public void onAll(List<ReceivedEvent> events) {
        if (!rows.anyEndpoint()) {
            return;
        }
        Owners owners = owners(events);
        List<Made> facts = latestLevels(events).stream()
                .flatMap(event -> EventFacts.of(event.event(), owners).stream().map(fact -> new Made(event, fact)))
                .toList();
        Set<UUID> told = rows.withEndpoint(
                facts.stream().map(made -> made.fact().brandId()).collect(Collectors.toSet()));
        List<NewMessage> messages = facts.stream()
                .filter(made -> told.contains(made.fact().brandId()))
                .map(this::message)
                .toList();
        if (!messages.isEmpty()) {
            rows.store(messages);
            signal.raiseAfterCommit();
        }
    }

    private NewMessage message(Made made) {
        ReceivedEvent event = made.event();
        Fact fact = made.fact();
        ObjectNode data = fact.data().get();
        if (event.test()) {
            data.put("test", true);
        }
        String body = MessageBody.of(fact.type(), event.occurredAt(), data, settings.maxBodyBytes());
        return new NewMessage(Ids.next(), fact.brandId(), fact.type(), event.id(), event.occurredAt(), body, null);
    }

    /** A level is told as it is: of a thousand sales in a moment, a partner needs the last. */
    private static List<ReceivedEvent> latestLevels(List<ReceivedEvent> events) {
        Map<UUID, UUID> latest = new HashMap<>();
        for (ReceivedEvent received : events) {
            if (received.event() instanceof StockLevelChanged level) {
                latest.put(level.variantId(), received.id());
            }
        }
        List<ReceivedEvent> told = new ArrayList<>(events);
        told.removeIf(received -> received.event() instanceof StockLevelChanged level
                && !received.id().equals(latest.get(level.variantId())));
        return told;
    }

    private Owners owners(List<ReceivedEvent> events) {
        Set<UUID> orderIds = events.stream()
                .map(ReceivedEvent::event)
                .flatMap((DomainEvent event) -> EventFacts.orderToKnow(event).stream())
                .collect(Collectors.toSet());
        Map<UUID, List<OrderPart>> parts = new HashMap<>();
        orders.all(orderIds).forEach((id, order) -> parts.put(id, parts(order)));
        return new Owners(parts, variantId -> offers.find(variantId).map(Offer::brandId));
    }

    private static List<OrderPart> parts(Order order) {
        return order.parts().stream()
                .map(part -> new OrderPart(
                        part.brandId(),
                        part.fulfilmentId(),
                        order.lines().stream()
                                .filter(line -> line.brandId().equals(part.brandId()))
                                .map(line -> line.id())
                                .collect(Collectors.toUnmodifiableSet())))
                .toList();
    }
}
