package dev.vetrina.order.inventory;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Sums up the movements of hot variants from time to time, so that a proof never has many to read. Two instances that do it at once
 * write two checkpoints, and each is true.
 */
@ApplicationScoped
class StockCheckpoints {

    /** A pool's version counts its movements. */
    private static final String DUE = """
            select l.variant_id from stock_level l group by l.variant_id
            having sum(l.version) >= ? + coalesce((
                select sum(c.movements) from stock_checkpoint c where c.variant_id = l.variant_id and c.through_id =
                    (select max(through_id) from stock_checkpoint where variant_id = l.variant_id)), 0)
            limit 100
            """;
    /** One statement is one snapshot: the sums end with the last movement that it sees. */
    private static final String ADD = """
            insert into stock_checkpoint (variant_id, through_id, pool, reason, movements, available, held, sold, made_at)
            select ?, (select max(id) from stock_movement where variant_id = ?), s.*, ?::timestamptz from (
            %s) s on conflict do nothing
            """.formatted(MovementSums.SUMS);

    private final DataSource dataSource;
    private final Clock clock;

    StockCheckpoints(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sumUp() throws SQLException {
        sumUpWhereMoreThan(10_000);
    }

    /** Returns how many variants got a checkpoint. */
    int sumUpWhereMoreThan(long movements) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<UUID> due = due(connection, movements);
            for (UUID variantId : due) {
                add(connection, variantId);
            }
            return due.size();
        }
    }

    private static List<UUID> due(Connection connection, long movements) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setLong(1, movements);
            try (ResultSet row = select.executeQuery()) {
                List<UUID> due = new ArrayList<>();
                while (row.next()) {
                    due.add(row.getObject(1, UUID.class));
                }
                return due;
            }
        }
    }

    private void add(Connection connection, UUID variantId) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, variantId);
            add.setObject(2, variantId);
            add.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            for (int i = 4; i <= 7; i++) {
                add.setObject(i, variantId);
            }
            add.executeUpdate();
        }
    }
}
