package dev.vetrina.order.lifecycle;

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
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Payments, captures and refunds about which a provider is to be asked. Whoever claims one has {@link #LEASE} for it; nobody
 * else gets it before. If two should come to ask all the same, the provider answers both alike.
 */
@ApplicationScoped
public class DueWork {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int OF_ONE_ORDER = 100;

    public enum Kind {
        PAYMENT("payment"),
        CAPTURE("payment_capture"),
        REFUND("refund");

        private final String claim;

        Kind(String table) {
            claim = """
                    update %1$s set check_at = ? where id in (
                        select id from %1$s
                        where check_at <= ? and (?::uuid is null or order_id = ?::uuid)
                        order by check_at limit ? for update skip locked)
                    returning order_id, id
                    """.formatted(table);
        }
    }

    /** @param id of the payment, capture or refund */
    public record Due(UUID orderId, UUID id) {}

    private final DataSource dataSource;
    private final Clock clock;

    DueWork(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    public List<Due> claim(Kind kind, int limit) {
        return claim(kind, null, limit);
    }

    public List<Due> claimOf(UUID orderId, Kind kind) {
        return claim(kind, orderId, OF_ONE_ORDER);
    }

    private List<Due> claim(Kind kind, @Nullable UUID orderId, int limit) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(kind.claim)) {
            claim.setObject(1, now.plus(LEASE).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            claim.setObject(3, orderId);
            claim.setObject(4, orderId);
            claim.setInt(5, limit);
            try (ResultSet row = claim.executeQuery()) {
                List<Due> claimed = new ArrayList<>();
                while (row.next()) {
                    claimed.add(new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
                return claimed;
            }
        } catch (SQLException e) {
            throw new Orders.StorageException(e);
        }
    }
}
