package dev.vetrina.kit.trial;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Does something with every order event, once. */
@ApplicationScoped
public class TakenOrders implements EventConsumer {

    private final DataSource dataSource;
    private final Trouble trouble;

    TakenOrders(DataSource dataSource, Trouble trouble) {
        this.dataSource = dataSource;
        this.trouble = trouble;
    }

    @Override
    public String name() {
        return "taken-orders";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ORDERS);
    }

    @Override
    public void on(ReceivedEvent event) {
        if (event.event() instanceof OrderEvent order) {
            write(event.id(), order);
            strike(order);
        }
    }

    private void strike(OrderEvent order) {
        try {
            trouble.strike(order.key(), order.sequence());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(UUID eventId, OrderEvent order) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "insert into taken (event_id, key, sequence, trace_id) values (?, ?, ?, ?)")) {
            insert.setObject(1, eventId);
            insert.setString(2, order.key());
            insert.setLong(3, order.sequence());
            insert.setString(4, Span.current().getSpanContext().getTraceId());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sequences taken of a key, in the order in which they were. */
    public List<Long> sequences(String key) {
        return column("sequence", key).stream().map(Long::valueOf).toList();
    }

    public List<String> traceIds(String key) {
        return column("trace_id", key);
    }

    private List<String> column(String column, String key) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select " + column + "::text from taken where key = ? order by position")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (row.next()) {
                    values.add(row.getString(1));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
