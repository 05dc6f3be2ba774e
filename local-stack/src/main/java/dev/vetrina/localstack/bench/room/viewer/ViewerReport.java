package dev.vetrina.localstack.bench.room.viewer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.localstack.http.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What the viewers of one process have been told.
 *
 * @param chat for each message that came to a viewer the milliseconds since it was sent
 * @param pulses frames, of all viewers together
 * @param disorder facts that came to a viewer who had seen them or a later one
 * @param lost connections that ended by themselves
 * @param bytes that were read from all connections
 */
public record ViewerReport(
        List<FactArrivals> facts, Histogram chat, long pulses, long disorder, long lost, long bytes) {

    /** One line. */
    String write() {
        ObjectNode report = Json.object();
        report.put("chat", encoded(chat));
        report.put("pulses", pulses);
        report.put("disorder", disorder);
        report.put("lost", lost);
        report.put("bytes", bytes);
        for (FactArrivals fact : facts) {
            report.withArray("facts")
                    .addObject()
                    .put("sequence", fact.sequence())
                    .put("occurredAt", fact.occurredAt())
                    .put("delays", encoded(fact.delays()));
        }
        return report.toString();
    }

    /** @throws IllegalArgumentException if it is no report */
    public static ViewerReport parse(String line) {
        JsonNode report = Json.read(line);
        return new ViewerReport(
                Json.items(report.path("facts")).stream()
                        .map(fact -> new FactArrivals(
                                fact.path("sequence").asLong(),
                                fact.path("occurredAt").asLong(),
                                decoded(fact.path("delays").asText())))
                        .toList(),
                decoded(report.path("chat").asText()),
                report.path("pulses").asLong(),
                report.path("disorder").asLong(),
                report.path("lost").asLong(),
                report.path("bytes").asLong());
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    private static Histogram decoded(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("This is no histogram: " + text, e);
        }
    }
}
