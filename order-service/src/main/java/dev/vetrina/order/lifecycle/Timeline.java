package dev.vetrina.order.lifecycle;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.kit.outbox.OutboxMessage;
import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.order.commit.AppendedRows;
import dev.vetrina.order.commit.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every change of an order with who made it and why: written with the change, never rewritten. */
public final class Timeline implements AppendedRows<Timeline.Entry> {

    private static final Timeline TIMELINE = new Timeline();
    private static final String APPEND = """
            order_change
                (order_id, sequence, what, actor_kind, actor_id, reason, subject_id, brand_id, changed_at)""";

    private Timeline() {}

    /**
     * One change.
     *
     * @param sequence the order's version after it
     * @param what the event's type, such as {@code order.paid.v1}
     * @param subjectId the payment, refund, fulfilment or return that it is about, or null
     * @param brandId whose part it is about; null if it is about the whole order or its payment
     */
    public record Entry(
            UUID orderId,
            long sequence,
            String what,
            Actor actor,
            @Nullable String reason,
            @Nullable UUID subjectId,
            @Nullable UUID brandId,
            Instant changedAt) {}

    /** Tells everybody what happened to an order, and keeps it in the order's timeline. */
    public static void tell(Batch batch, OrderEvent event, Actor actor) {
        tell(batch, event, batch.prepare(event), actor);
    }

    /** The same with an event that was prepared before. */
    public static void tell(Batch batch, OrderEvent event, OutboxMessage prepared, Actor actor) {
        keep(batch, event, batch.publish(isTest(batch, event) ? prepared.asTest() : prepared), actor);
    }

    private static boolean isTest(Batch batch, OrderEvent event) {
        return batch.find(OrderRows.ORDERS, event.orderId())
                .filter(order -> order.origin().test())
                .isPresent();
    }

    private static void keep(Batch batch, OrderEvent event, OutboxMessage message, Actor actor) {
        batch.append(
                TIMELINE,
                new Entry(
                        event.orderId(),
                        event.sequence(),
                        message.type(),
                        actor,
                        event.reason(),
                        event.subjectId(),
                        event.brandId(),
                        batch.now()));
    }

    @Override
    public void append(Connection connection, List<Entry> entries) throws SQLException {
        Bulk.of(entries)
                .column("uuid", Entry::orderId)
                .column("bigint", Entry::sequence)
                .column("text", Entry::what)
                .column("text", entry -> entry.actor().kind().name())
                .column("text", entry -> entry.actor().id())
                .column("text", Entry::reason)
                .column("uuid", Entry::subjectId)
                .column("uuid", Entry::brandId)
                .column("timestamptz", Entry::changedAt)
                .insert(connection, APPEND);
    }
}
