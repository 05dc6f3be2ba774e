package dev.vetrina.kit.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A Kafka record with its CloudEvents headers, before anything was read from its payload. */
record IncomingRecord(
        String topic,
        String key,
        UUID eventId,
        String type,
        long sequence,
        Instant occurredAt,
        @Nullable String traceparent,
        String payload) {

    static IncomingRecord of(ConsumerRecord<String, byte[]> raw) {
        return new IncomingRecord(
                raw.topic(),
                storable(raw.key() == null ? place(raw) : raw.key()),
                Optional.ofNullable(header(raw, "ce_id"))
                        .flatMap(IncomingRecord::uuid)
                        .orElseGet(() -> placeId(raw)),
                Optional.ofNullable(header(raw, "ce_type")).orElse(""),
                Optional.ofNullable(header(raw, "ce_sequence"))
                        .flatMap(IncomingRecord::number)
                        .orElse(0L),
                Optional.ofNullable(header(raw, "ce_time"))
                        .flatMap(IncomingRecord::time)
                        .orElseGet(() -> Instant.ofEpochMilli(raw.timestamp())),
                header(raw, "traceparent"),
                raw.value() == null ? "" : storable(new String(raw.value(), UTF_8)));
    }

    /** @return empty if these contracts do not know the type, which is then none of this service's business */
    Optional<DomainEvent> event() {
        return EventJson.read(type, payload.getBytes(UTF_8));
    }

    boolean isTest() {
        return EventJson.isTest(payload);
    }

    /** A record without a usable id is named by its place, which is as stable. */
    private static UUID placeId(ConsumerRecord<String, byte[]> raw) {
        return UUID.nameUUIDFromBytes(place(raw).getBytes(UTF_8));
    }

    private static String place(ConsumerRecord<String, byte[]> raw) {
        return raw.topic() + "/" + raw.partition() + "/" + raw.offset();
    }

    /** PostgreSQL cannot keep U+0000, and no event of ours has it. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> raw, String name) {
        Header header = raw.headers().lastHeader(name);
        return header == null || header.value() == null ? null : storable(new String(header.value(), UTF_8));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
