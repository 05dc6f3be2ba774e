package dev.vetrina.order.stuck;

import dev.vetrina.order.cancellation.BrandDeadlines;
import dev.vetrina.order.fulfilment.OverdueParts;
import dev.vetrina.order.fulfilment.OverdueParts.Late;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds what does not move. Each part of the query has an index of what is unfinished, however many orders there are. */
@ApplicationScoped
class StuckOrders {

    /** What is younger is just under way. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Before an authorisation ends, the janitor captures the rest; what is left an hour later is stuck. */
    private static final Duration CAPTURED_BEFORE_END = Duration.ofHours(11);

    private static final String STUCK = """
            with t as (select ?::timestamptz as patience, ?::timestamptz as ending, ?::uuid as behind, ?::uuid as only),
            late as (select * from unnest(?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                as l (market, terms_version, unless_confirmed, unless_shipped)),
            work as (
                select order_id, case
                           when status = 'AUTHORISED' and (unwanted or captured_amount + released_amount >= amount)
                               then 'CANCELLATION_DUE'
                           when status = 'AUTHORISED' then 'AUTHORISATION_ENDS'
                           else 'PAYMENT_UNKNOWN' end as kind, id, created_at as since, last_error
                from payment, t
                where check_at is not null and (
                    (status in ('PROCESSING', 'UNKNOWN') and created_at <= t.patience)
                    or (status = 'AUTHORISED' and (unwanted or captured_amount + released_amount >= amount)
                        and created_at <= t.patience)
                    or (status = 'AUTHORISED' and authorised_until <= t.ending))
                union all
                select p.order_id, 'AUTHORISATION_LOST', p.id, p.created_at, p.last_error
                from lapsed_payment p join orders o on o.id = p.order_id
                where o.status in ('PAID', 'COMPLETED')
                union all
                select order_id, 'CAPTURE_UNDER_WAY', id, created_at, last_error
                from payment_capture, t where check_at is not null and created_at <= t.patience
                union all
                select c.order_id, 'CAPTURE_FAILED', c.id, c.created_at, c.last_error
                from payment_capture c join payment p on p.id = c.payment_id
                where c.status = 'FAILED' and c.retried_as is null and p.status = 'AUTHORISED'
                union all
                select order_id, 'REFUND_UNDER_WAY', id, created_at, last_error
                from refund, t where check_at is not null and created_at <= t.patience
                union all
                select order_id, 'REFUND_FAILED', id, created_at, last_error
                from refund where status = 'FAILED' and retried_as is null
                union all
                select id, 'HOLD_PAST_ITS_END', id, reserved_until, null
                from orders, t where status = 'PENDING_PAYMENT' and reserved_until <= t.patience
                  -- A show that paused keeps its holds, for half an hour at most.
                  and (placed_at <= t.patience - interval '30 minutes'
                       or not exists (select 1 from session_pause p where p.session_id = orders.session_id))
                union all
                select o.id, 'BRAND_OVERDUE', f.id,
                       case when f.status = 'AWAITING_CONFIRMATION' then o.paid_at + (t.patience - late.unless_confirmed)
                            else f.confirmed_at + (t.patience - late.unless_shipped) end, null
                from late
                join orders o on o.market = late.market and o.terms_version = late.terms_version and o.status = 'PAID' and not o.test
                join fulfilment f on f.order_id = o.id
                cross join t
                where f.status = 'AWAITING_CONFIRMATION' and o.paid_at <= late.unless_confirmed
                   or f.status in ('CONFIRMED', 'PARTIALLY_SHIPPED') and f.confirmed_at <= late.unless_shipped
            ),
            shown as (
                select distinct order_id from work, t
                where order_id > t.behind and (t.only is null or order_id = t.only)
                order by order_id limit ?)
            select w.* from work w join shown using (order_id) order by w.order_id, w.since, w.id
            """;

    private final DataSource dataSource;
    private final BrandDeadlines deadlines;
    private final Clock clock;

    StuckOrders(DataSource dataSource, BrandDeadlines deadlines, Clock clock) {
        this.dataSource = dataSource;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    List<StuckOrderView> list(Optional<UUID> behind, int limit) {
        return find(behind.orElse(new UUID(0, 0)), null, limit);
    }

    /** What of one order is stuck: nothing, mostly. */
    StuckOrderView get(UUID orderId) {
        return find(new UUID(0, 0), orderId, 1).stream().findFirst().orElse(new StuckOrderView(orderId, List.of()));
    }

    private List<StuckOrderView> find(UUID behind, @Nullable UUID only, int limit) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Late> late = deadlines.at(now.minus(PATIENCE).toInstant());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STUCK)) {
            select.setObject(1, now.minus(PATIENCE));
            select.setObject(2, now.plus(CAPTURED_BEFORE_END));
            select.setObject(3, behind);
            select.setObject(4, only);
            OverdueParts.set(select, 5, late);
            select.setInt(9, limit);
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<StuckOrderView> read(PreparedStatement select) throws SQLException {
        Map<UUID, List<StuckOrderView.Item>> byOrder = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                byOrder.computeIfAbsent(row.getObject("order_id", UUID.class), _ -> new ArrayList<>())
                        .add(new StuckOrderView.Item(
                                StuckKind.valueOf(row.getString("kind")),
                                row.getObject("id", UUID.class),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getString("last_error")));
            }
        }
        return byOrder.entrySet().stream()
                .map(entry -> new StuckOrderView(entry.getKey(), entry.getValue()))
                .toList();
    }
}
