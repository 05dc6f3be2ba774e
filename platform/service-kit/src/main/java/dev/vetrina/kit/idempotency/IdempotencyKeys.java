package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The stored answers, in the current transaction. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class IdempotencyKeys {

    private final DataSource dataSource;
    private final Clock clock;

    IdempotencyKeys(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Claims the key for this transaction.
     *
     * @param lease whether the claim outlives the transaction
     * @throws ReplayException if it was answered before
     * @throws ProblemException 422 {@code idempotency-key-reused}, 409 {@code request-in-flight}
     */
    void claim(IdempotentRequest request, boolean lease) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!tryLock(connection, request.id())) {
                throw IdempotencyLocks.inFlight();
            }
            Optional<Claim> earlier = find(connection, request.id());
            if (earlier.isPresent()) {
                earlier.get().check(request.bodyHash(), clock.instant());
            }
            Instant leaseUntil =
                    lease ? clock.instant().plus(IdempotencyLocks.LEASE).truncatedTo(ChronoUnit.MICROS) : null;
            insert(connection, request, leaseUntil);
            request.leasedUntil(leaseUntil);
        }
    }

    /**
     * The first answer stays: a run that outlived its lease may answer after the one that took over, and a run may have stored its
     * answer together with its effect.
     */
    void answer(IdempotentRequest request, StoredAnswer answer) throws SQLException {
        String sql = """
                update idempotency_key set status = ?, location = ?, answer = ?, lease_until = null
                where id = ? and status is null
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.json());
            update.setBytes(4, request.id());
            if (update.executeUpdate() == 0) {
                endLease(request);
            }
        }
    }

    /** For a run that answers what is stored already: nobody needs to wait for it, unless another run has taken the claim over. */
    void endLease(IdempotentRequest request) throws SQLException {
        String sql = "update idempotency_key set lease_until = null where id = ? and lease_until = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, request.id());
            update.setObject(2, utc(request.leasedUntil()), Types.TIMESTAMP_WITH_TIMEZONE);
            update.executeUpdate();
        }
    }

    /** The request was refused without effect: the key may be used again, unless another run has taken the claim over. */
    void release(IdempotentRequest request) throws SQLException {
        String sql = "delete from idempotency_key where id = ? and status is null and lease_until = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setBytes(1, request.id());
            delete.setObject(2, utc(request.leasedUntil()));
            delete.executeUpdate();
        }
    }

    private static boolean tryLock(Connection connection, byte[] id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, IdempotencyLocks.lockOf(id));
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static Optional<Claim> find(Connection connection, byte[] id) throws SQLException {
        String sql = "select body_hash, lease_until, status, location, answer from idempotency_key where id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setBytes(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Claim.read(row)) : Optional.empty();
            }
        }
    }

    private void insert(Connection connection, IdempotentRequest request, @Nullable Instant leaseUntil)
            throws SQLException {
        String sql = """
                insert into idempotency_key (id, body_hash, created_at, lease_until) values (?, ?, ?, ?)
                on conflict (id) do update set lease_until = excluded.lease_until
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, request.id());
            insert.setBytes(2, request.bodyHash());
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(4, utc(leaseUntil), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.executeUpdate();
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private record Claim(
            String bodyHash,
            @Nullable OffsetDateTime leaseUntil,
            @Nullable StoredAnswer answer) {

        static Claim read(ResultSet row) throws SQLException {
            int status = row.getInt("status");
            StoredAnswer answer =
                    row.wasNull() ? null : new StoredAnswer(status, row.getString("location"), row.getString("answer"));
            return new Claim(
                    HexFormat.of().formatHex(row.getBytes("body_hash")),
                    row.getObject("lease_until", OffsetDateTime.class),
                    answer);
        }

        void check(byte[] sentHash, Instant now) {
            if (!bodyHash.equals(HexFormat.of().formatHex(sentHash))) {
                throw IdempotencyLocks.reused();
            }
            // Asked first: an answer that was stored together with its effect is there before the provider has been
            // called.
            if (leaseUntil != null && now.isBefore(leaseUntil.toInstant())) {
                throw IdempotencyLocks.inFlight();
            }
            if (answer != null) {
                throw new ReplayException(answer);
            }
        }
    }
}
