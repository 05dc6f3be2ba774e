package dev.vetrina.live.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.kit.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiredOrderExpiryTest {

    @Inject
    ExpiredOrderExpiry expiry;

    @Inject
    DataSource dataSource;

    @Inject
    Clock clock;

    private final UUID session = Ids.next();

    @Test
    void ordersThatNobodyPaysAnyMoreAreForgottenAndOthersAreNot() throws SQLException {
        UUID forgotten = placed(Duration.ofDays(46));
        UUID payable = placed(Duration.ofDays(44));
        UUID fresh = placed(Duration.ZERO);
        keep(forgotten);
        keep(payable);
        keep(fresh);

        expiry.expire();

        assertThat(kept()).containsExactlyInAnyOrder(payable, fresh);
    }

    /** An id as an order gets it that is placed so long ago. */
    private UUID placed(Duration ago) {
        long millis = clock.instant().minus(ago).toEpochMilli();
        UUID random = UUID.randomUUID();
        long versionAndRandom = 0x7000 | (random.getMostSignificantBits() & 0xfff);
        return new UUID((millis << 16) | versionAndRandom, random.getLeastSignificantBits());
    }

    private void keep(UUID order) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into expired_order (order_id, session_id) values (?, ?)")) {
            insert.setObject(1, order);
            insert.setObject(2, session);
            insert.executeUpdate();
        }
    }

    private Set<UUID> kept() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select order_id from expired_order where session_id = ?")) {
            select.setObject(1, session);
            try (ResultSet row = select.executeQuery()) {
                Set<UUID> orders = new HashSet<>();
                while (row.next()) {
                    orders.add(row.getObject(1, UUID.class));
                }
                return orders;
            }
        }
    }
}
