package dev.vetrina.testkit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as it was read from a topic; the value is {@code null} for a tombstone. */
public record ReceivedRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String value,
        Map<String, String> headers) {

    static ReceivedRecord of(ConsumerRecord<@Nullable String, @Nullable String> read) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : read.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new ReceivedRecord(read.topic(), read.partition(), read.offset(), read.key(), read.value(), headers);
    }

    /** The event's type, as CloudEvents puts it into a header; empty where there is none. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }
}
