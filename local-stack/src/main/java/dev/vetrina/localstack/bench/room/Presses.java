package dev.vetrina.localstack.bench.room;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When the host was due to press for which product. */
final class Presses {

    private static final String PINNED = "product-pinned";

    private record Press(UUID product, long millis) {}

    private final List<Press> presses = new ArrayList<>();

    void add(UUID product, long millis) {
        presses.add(new Press(product, millis));
    }

    int count() {
        return presses.size();
    }

    /** For each pin among these frames, by its sequence, the time from its press until it happened by its own word. */
    Map<Long, Long> millisUntil(List<RecordedFrame> frames) {
        Map<Long, Long> millis = new HashMap<>();
        for (RecordedFrame frame : frames) {
            if (frame.name().equals(PINNED)) {
                JsonNode fact = Json.read(frame.data());
                UUID product = Json.id(fact.path("data"), "productId");
                long occurredAt =
                        Instant.parse(fact.path("occurredAt").asText()).toEpochMilli();
                // The same product is pressed for again only seconds later.
                presses.stream()
                        .filter(press -> press.product().equals(product) && press.millis() <= occurredAt)
                        .reduce((earlier, later) -> later)
                        .ifPresent(press -> millis.put(frame.sequence(), occurredAt - press.millis()));
            }
        }
        return millis;
    }
}
