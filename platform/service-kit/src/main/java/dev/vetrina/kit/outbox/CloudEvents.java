package dev.vetrina.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Events as records of Kafka: CloudEvents 1.0, Kafka protocol binding, binary mode. */
public final class CloudEvents {

    private CloudEvents() {}

    /**
     * For what is sent past the outbox, because it is nothing but an event.
     *
     * @param id the same in every attempt to send it
     */
    public static ProducerRecord<String, byte[]> record(
            DomainEvent event, UUID id, Instant occurredAt, String service) {
        return record(
                new OutboxMessage(
                        id,
                        event.topic(),
                        event.key(),
                        EventJson.typeOf(event.getClass()),
                        event.sequence(),
                        occurredAt,
                        traceHeader(),
                        EventJson.write(event)),
                service);
    }

    static ProducerRecord<String, byte[]> record(OutboxMessage message, String service) {
        var record = new ProducerRecord<>(
                message.topic(), message.key(), message.payload().getBytes(UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", message.eventId().toString());
        header(record, "ce_source", "/" + service);
        header(record, "ce_type", message.type());
        header(record, "ce_time", message.occurredAt().toString());
        header(record, "ce_sequence", Long.toString(message.sequence()));
        header(record, "content-type", "application/json");
        if (message.headers() != null) {
            message.headers().lines().forEach(line -> {
                String[] nameAndValue = line.split(": ", 2);
                header(record, nameAndValue[0], nameAndValue[1]);
            });
        }
        return record;
    }

    static @Nullable String traceHeader() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "traceparent: 00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
