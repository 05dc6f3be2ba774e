package dev.vetrina.live.statistics;

import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.kit.sql.Bulk;
import dev.vetrina.live.counting.CountedSessions;
import dev.vetrina.live.counting.CountedTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes from orders the shows that were over for too long when they were placed. It is remembered of an order, because what becomes of it
 * later does not tell when it was placed.
 */
final class LateOrders {

    private static final String REMEMBER = """
            insert into late_order (order_id, session_id) select * from unnest(?::uuid[], ?::uuid[]) on conflict do nothing
            """;
    private static final String REMEMBERED = """
            select order_id, session_id from late_order where order_id in (select * from unnest(?::uuid[]))
            """;

    private final Map<UUID, Set<UUID>> sessionsByOrder;

    private LateOrders(Map<UUID, Set<UUID>> sessionsByOrder) {
        this.sessionsByOrder = sessionsByOrder;
    }

    private record Late(UUID orderId, UUID sessionId) {

        private static final Comparator<Late> ORDER =
                Comparator.comparing(Late::orderId).thenComparing(Late::sessionId);
    }

    /** @param window how long after a session's end an order still counts for it */
    static LateOrders of(Connection connection, Collection<OrderEvent> events, Duration window) throws SQLException {
        List<OrderPlaced> placed = events.stream()
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .toList();
        CountedSessions sessions = CountedTime.of(
                connection, placed.stream().flatMap(LateOrders::sessions).toList());
        Set<Late> late = placed.stream()
                .flatMap(order -> sessions(order)
                        .filter(session ->
                                !sessions.counts(session, order.placedAt().minus(window)))
                        .map(session -> new Late(order.orderId(), session)))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Late.ORDER)));
        int _ = Bulk.of(late)
                .column("uuid", Late::orderId)
                .column("uuid", Late::sessionId)
                .execute(connection, REMEMBER);
        Set<UUID> orders = events.stream().map(OrderEvent::orderId).collect(Collectors.toCollection(TreeSet::new));
        return new LateOrders(Bulk.of(orders)
                .column("uuid", id -> id)
                .query(
                        connection,
                        REMEMBERED,
                        row -> new Late(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .stream()
                .collect(
                        Collectors.groupingBy(Late::orderId, Collectors.mapping(Late::sessionId, Collectors.toSet()))));
    }

    /** The event as an order of no show, as far as its shows were over; empty if it then tells of no show at all. */
    Optional<OrderEvent> without(OrderEvent event) {
        Set<UUID> late = sessionsByOrder.getOrDefault(event.orderId(), Set.of());
        if (late.isEmpty()) {
            return Optional.of(event);
        }
        return switch (event) {
            case OrderPlaced order -> Optional.of(placed(order, late));
            case OrderPaid order -> Optional.of(paid(order, late));
            default -> Optional.of(event).filter(step -> kept(step.sessionId(), late) != null);
        };
    }

    private static Stream<UUID> sessions(OrderPlaced order) {
        return Stream.concat(
                        Stream.ofNullable(order.sessionId()),
                        order.lines().stream().flatMap(line -> Stream.ofNullable(line.sessionId())))
                .distinct();
    }

    private static OrderPlaced placed(OrderPlaced order, Set<UUID> late) {
        return new OrderPlaced(
                order.orderId(),
                order.sequence(),
                order.customerId(),
                order.market(),
                kept(order.sessionId(), late),
                order.creatorId(),
                lines(order.lines(), late),
                order.parts(),
                order.total(),
                order.placedAt(),
                order.reservedUntil());
    }

    private static OrderPaid paid(OrderPaid order, Set<UUID> late) {
        return new OrderPaid(
                order.orderId(),
                order.sequence(),
                order.paymentId(),
                order.customerId(),
                order.market(),
                kept(order.sessionId(), late),
                lines(order.lines(), late),
                order.parts(),
                order.total(),
                order.paidAt());
    }

    /** Those of other shows. */
    private static List<Line> lines(List<Line> lines, Set<UUID> late) {
        return lines.stream()
                .filter(line -> kept(line.sessionId(), late) != null)
                .toList();
    }

    private static @Nullable UUID kept(@Nullable UUID sessionId, Set<UUID> late) {
        return sessionId == null || late.contains(sessionId) ? null : sessionId;
    }
}
