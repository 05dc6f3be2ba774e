package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Deals as they are, read without a lock. */
@ApplicationScoped
public class Deals {

    private static final String RUNNING_OF = "where session_id = any(?) and status in ('ARMED', 'OPEN') order by id";
    /**
     * The stops are read without the lock under which they are set: this is a first look only. That no deal is armed, and nothing
     * bought, against a stop is due to the batches, which read them under it; a stop that is missed here is seen a second later, and one
     * that is lifted meanwhile by {@link StopDeal}.
     */
    private static final String CLAIM = """
            with stopped as materialized (
                select s.scope || ':' || s.code as key from sales_stop s
                where s.lifted_at is null and s.scope || ':' || s.code in (
                    select k.key from deal d
                    cross join lateral (
                        values ('VARIANT:' || d.variant_id), ('BRAND:' || d.brand_id), ('SESSION:' || d.session_id)
                        union all select 'MARKET:' || (p ->> 'market') from jsonb_array_elements(d.prices) p) k (key)
                    where d.status in ('ARMED', 'OPEN')))
            update deal set claimed_until = ? where id in (
                select d.id from deal d left join deal_session s on s.session_id = d.session_id
                where d.status in ('ARMED', 'OPEN') and coalesce(d.claimed_until, '-infinity') <= ?
                  and (s.status in ('ENDED', 'CANCELLED')
                    or exists (
                        select 1 from stopped t where t.key in
                            ('VARIANT:' || d.variant_id, 'BRAND:' || d.brand_id, 'SESSION:' || d.session_id))
                    or not exists (
                        select 1 from jsonb_array_elements(d.prices) p
                        where 'MARKET:' || (p ->> 'market') not in (select key from stopped))
                    or (d.paused_at is null and (d.closes_at <= ? or (d.status = 'ARMED' and d.opens_at <= ?))))
                order by d.closes_at limit ? for update of d skip locked)
            returning id
            """;

    private final DataSource dataSource;
    private final Clock clock;
    private final Cache<UUID, Deal> terms = LocalCaches.builder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(10_000)
            .build();

    Deals(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What a deal offers, which never changes. Whether it is open is decided under its lock.
     *
     * @throws ProblemException 404 if it was never armed, 422 if it is of another variant
     */
    public Deal offered(UUID id, UUID variantId) {
        Deal deal = requireNonNull(terms.get(id, this::get));
        if (!deal.terms().variantId().equals(variantId)) {
            throw ProblemException.invalid("dealId", "is a deal of another variant");
        }
        return deal;
    }

    /** @throws ProblemException 404 {@code not-found} or, for an id that is new, {@code not-yet-visible} */
    Deal get(UUID id) {
        Deal deal = read("where id = any(?)", List.of(id)).get(id);
        if (deal == null || !deal.wasArmed()) {
            throw deal == null
                    ? ProblemException.unknownToView("deal", id, clock.instant())
                    : ProblemException.notFound("deal", id);
        }
        return deal;
    }

    DealView.Units units(Deal deal) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select available, held, sold from stock_level where variant_id = ? and pool = ?")) {
            select.setObject(1, deal.terms().variantId());
            select.setString(2, deal.pool());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("deal " + deal.id() + " has no pool");
                }
                return new DealView.Units(
                        deal.terms().quantity(),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        deal.terms().sourcePool());
            }
        } catch (SQLException e) {
            throw new DealStorageException(e);
        }
    }

    List<UUID> runningOf(UUID sessionId) {
        return List.copyOf(read(RUNNING_OF, List.of(sessionId)).keySet());
    }

    private Map<UUID, Deal> read(String where, List<UUID> ids) {
        try (Connection connection = dataSource.getConnection()) {
            return DealRows.read(connection, where, ids);
        } catch (SQLException e) {
            throw new DealStorageException(e);
        }
    }

    /**
     * Takes deals whose time has come, or of which sales stops seem to leave nothing to buy; nobody else gets them before the lease ends.
     *
     * @param decision how long a purchase that was received in time may wait for its batch: until then a deal is not closed
     * @param lease how long the caller may need
     */
    List<Deal> claimDue(Instant now, Duration decision, Duration lease, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, now.plus(lease).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            claim.setObject(3, now.minus(DealHours.GRACE).minus(decision).atOffset(ZoneOffset.UTC));
            claim.setObject(4, now.atOffset(ZoneOffset.UTC));
            claim.setInt(5, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return List.copyOf(
                    DealRows.read(connection, "where id = any(?)", ids).values());
        } catch (SQLException e) {
            throw new DealStorageException(e);
        }
    }
}
