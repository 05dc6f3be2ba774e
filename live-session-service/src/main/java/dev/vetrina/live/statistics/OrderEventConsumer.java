package dev.vetrina.live.statistics;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Counts orders of sessions. The inbox sees to it that each event counts once. A sale raises the same few rows with every order,
 * and so a batch is summed up first.
 */
@ApplicationScoped
class OrderEventConsumer implements BatchConsumer {

    private final DataSource dataSource;
    private final StatisticsConfig config;

    OrderEventConsumer(DataSource dataSource, StatisticsConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ORDERS);
    }

    @Override
    public void onAll(List<ReceivedEvent> events) {
        List<OrderEvent> orders = events.stream()
                .map(ReceivedEvent::event)
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .toList();
        try (Connection connection = dataSource.getConnection()) {
            Duration window = Duration.ofSeconds(config.attributionSeconds());
            LateOrders late = LateOrders.of(connection, orders, window);
            SalesTally tally = new SalesTally();
            orders.forEach(order -> late.without(order).ifPresent(tally::add));
            SalesWrites.add(connection, tally);
        } catch (SQLException e) {
            throw new StatisticsException(e);
        }
    }
}
