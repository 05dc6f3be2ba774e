package dev.vetrina.kit.outbox;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * Which rows a batch had. Kafka keeps it as part of the same transaction that publishes them, and so tells a relay whether the
 * batch was published of which its predecessor could not delete the rows any more.
 *
 * @param first the lowest position
 * @param others the distance of each position to the first
 * @param events stands for the events themselves: positions alone may be another database's
 */
record Receipt(long first, BitSet others, UUID events) {

    /** Positions further from the first do not fit: Kafka keeps 4,096 characters. */
    static final int SPAN = 16_000;

    static Receipt of(List<OutboxRows.Row> batch) {
        long first = batch.getFirst().position();
        BitSet others = new BitSet();
        ByteBuffer ids = ByteBuffer.allocate(batch.size() * 2 * Long.BYTES);
        for (OutboxRows.Row row : batch) {
            UUID id = row.message().eventId();
            others.set(Math.toIntExact(row.position() - first));
            ids.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return new Receipt(first, others, UUID.nameUUIDFromBytes(ids.array()));
    }

    static Receipt parse(String text) {
        String[] parts = text.split(" ", 3);
        return new Receipt(
                Long.parseLong(parts[0]),
                BitSet.valueOf(Base64.getDecoder().decode(parts[2])),
                UUID.fromString(parts[1]));
    }

    String text() {
        return first + " " + events + " " + Base64.getEncoder().encodeToString(others.toByteArray());
    }

    Long[] positions() {
        return others.stream().mapToObj(distance -> first + distance).toArray(Long[]::new);
    }
}
