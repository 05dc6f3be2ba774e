package dev.vetrina.live.statistics;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.BatchConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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

    OrderEventConsumer(DataSource dataSource) {
        this.dataSource = dataSource;
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
        SalesTally tally = new SalesTally();
        for (ReceivedEvent received : events) {
            if (received.event() instanceof OrderEvent order) {
                tally.add(order);
            }
        }
        try (Connection connection = dataSource.getConnection()) {
            SalesWrites.add(connection, tally);
        } catch (SQLException e) {
            throw new StatisticsException(e);
        }
    }
}
