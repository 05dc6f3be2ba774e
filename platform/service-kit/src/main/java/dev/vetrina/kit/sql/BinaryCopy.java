package dev.vetrina.kit.sql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows in the binary form of PostgreSQL's {@code COPY}: a header, then for each row the number of its fields and for each field
 * its length and its bytes, as the type's receive function takes them. All is ready before anything is sent, so that a value
 * that cannot be written leaves no copy half done.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">Binary Format</a>
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
    private static final int NULL = -1;
    private static final int END = -1;
    private static final int JSONB_VERSION = 1;
    /** Times count from 2000-01-01 UTC. */
    private static final long EPOCH_SECONDS = 946_684_800;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private BinaryCopy() {}

    static <T> void into(String table, Connection connection, Collection<T> rows, List<Bulk.Column<T>> columns)
            throws SQLException {
        BinaryCopy copy = new BinaryCopy();
        try {
            copy.write(rows, columns);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table + " from stdin (format binary)",
                            new ByteArrayInputStream(copy.bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void write(Collection<T> rows, List<Bulk.Column<T>> columns) throws IOException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (T row : rows) {
            out.writeShort(columns.size());
            for (Bulk.Column<T> column : columns) {
                write(column.type(), column.value().apply(row));
            }
        }
        out.writeShort(END);
    }

    private void write(String type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
            return;
        }
        switch (type) {
            case "bigint" -> write(((Number) value).longValue());
            case "int" -> {
                out.writeInt(Integer.BYTES);
                out.writeInt((Integer) value);
            }
            case "boolean" -> {
                out.writeInt(1);
                out.writeByte((Boolean) value ? 1 : 0);
            }
            case "text" -> write(((String) value).getBytes(UTF_8));
            case "bytea" -> write((byte[]) value);
            case "jsonb" -> {
                byte[] json = ((String) value).getBytes(UTF_8);
                out.writeInt(1 + json.length);
                out.writeByte(JSONB_VERSION);
                out.write(json);
            }
            case "timestamptz" -> write(micros((Instant) value));
            case "uuid" -> write((UUID) value);
            default -> throw new IllegalArgumentException("no binary form of " + type + " is known");
        }
    }

    private void write(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private void write(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private void write(UUID value) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    /** Rounded as PostgreSQL rounds what it reads as text, half to even: a time is the same however it was written. */
    private static long micros(Instant time) {
        return (time.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + (long) Math.rint(time.getNano() / 1_000.0);
    }
}
