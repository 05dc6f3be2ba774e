package dev.vetrina.order.commit;

import dev.vetrina.kit.idempotency.IdempotencyLocks;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The leases of keys whose answer was stored with its effect, while their request still calls a provider. A lease is known by its
 * end: whoever outlived it cannot end that of a successor.
 */
@ApplicationScoped
public class KeyLeases {

    private static final String TAKE = """
            update idempotency_key set lease_until = ?
            where id = ? and (lease_until is null or lease_until <= ? or lease_until = ?)
            """;
    private static final String END = "update idempotency_key set lease_until = null where id = ? and lease_until = ?";

    private final DataSource dataSource;
    private final Clock clock;

    KeyLeases(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Takes the key over from a run that is gone, for the lease with which the answer was prepared.
     *
     * @throws ProblemException 409 {@code request-in-flight} if its lease still runs
     */
    public void take(KeyedAnswer answer) {
        Instant mine = answer.leasedUntil();
        if (change(TAKE, mine, id(answer), clock.instant(), mine) == 0) {
            throw IdempotencyLocks.inFlight();
        }
    }

    /** Nobody needs to wait for this run any more. */
    public void end(KeyedAnswer answer) {
        int _ = change(END, id(answer), answer.leasedUntil());
    }

    private static byte[] id(KeyedAnswer answer) {
        return HexFormat.of().parseHex(answer.key());
    }

    private int change(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** The database did not answer as it should. */
    static final class StorageException extends RuntimeException {
        StorageException(SQLException cause) {
            super(cause);
        }
    }
}
