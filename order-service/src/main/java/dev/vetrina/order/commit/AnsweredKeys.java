package dev.vetrina.order.commit;

import dev.vetrina.kit.idempotency.IdempotencyLocks;
import dev.vetrina.kit.idempotency.ReplayException;
import dev.vetrina.kit.idempotency.StoredAnswer;
import dev.vetrina.kit.sql.Bulk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The idempotency keys of a batch: claimed by advisory locks, looked up once, stored with the batch. */
final class AnsweredKeys {

    private static final String LOCK = "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k";
    private static final String FIND = """
            select encode(id, 'hex'), encode(body_hash, 'hex'), status, location, answer
            from idempotency_key where id = any(?) and status is not null
            """;
    /** A request that calls a provider first has claimed its key in a transaction before. */
    private static final String STORE = """
            insert into idempotency_key (id, body_hash, created_at, lease_until, status, location, answer)
            select * from unnest(?::bytea[], ?::bytea[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::text[], ?::text[])
            on conflict (id) do update
            set status = excluded.status, location = excluded.location, answer = excluded.answer
            """;

    private final Map<String, KeyedAnswer> known = new HashMap<>();
    private final List<KeyedAnswer> accepted = new ArrayList<>();

    /** Claims the keys, in one order for everybody, and reads what was answered before. */
    static AnsweredKeys claim(Connection connection, Collection<KeyedAnswer> wanted) throws SQLException {
        AnsweredKeys keys = new AnsweredKeys();
        if (wanted.isEmpty()) {
            return keys;
        }
        byte[][] ids = wanted.stream().map(answer -> bytes(answer.key())).toArray(byte[][]::new);
        Long[] locks = wanted.stream()
                .map(answer -> IdempotencyLocks.lockOf(bytes(answer.key())))
                .sorted()
                .toArray(Long[]::new);
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("bigint", locks));
            lock.execute();
        }
        // A statement of its own: it must see what the transaction before us committed while we waited for its lock.
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setArray(1, connection.createArrayOf("bytea", ids));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    var stored = new StoredAnswer(row.getInt(3), row.getString(4), row.getString(5));
                    keys.known.put(row.getString(1), new KeyedAnswer(row.getString(1), row.getString(2), stored, null));
                }
            }
        }
        return keys;
    }

    /** @throws ReplayException if it was answered before; ProblemException 422 if that was another body */
    void requireFresh(KeyedAnswer wanted) {
        KeyedAnswer earlier = known.get(wanted.key());
        if (earlier == null) {
            return;
        }
        if (!earlier.bodyHash().equals(wanted.bodyHash())) {
            throw IdempotencyLocks.reused();
        }
        throw new ReplayException(earlier.answer());
    }

    void accept(KeyedAnswer answer) {
        known.put(answer.key(), answer);
        accepted.add(answer);
    }

    void store(Connection connection, Instant now) throws SQLException {
        int _ = Bulk.of(accepted)
                .column("bytea", answer -> bytes(answer.key()))
                .column("bytea", answer -> bytes(answer.bodyHash()))
                .column("timestamptz", answer -> now)
                .column("timestamptz", KeyedAnswer::leasedUntil)
                .column("int", answer -> answer.answer().status())
                .column("text", answer -> answer.answer().location())
                .column("text", answer -> answer.answer().json())
                .execute(connection, STORE);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
