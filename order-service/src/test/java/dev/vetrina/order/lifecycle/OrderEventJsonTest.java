package dev.vetrina.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.GoldenEvents;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What this service publishes has the fields of the golden event, and no other. */
class OrderEventJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aPlacedOrderIsToldWithTheFieldsOfItsGoldenEvent() throws IOException {
        Order order = SampleOrder.placed(Instant.parse("2026-06-01T12:00:00Z"), SampleOrder.line(2, 1_250));

        JsonNode told = JSON.readTree(EventJson.write(order.placed()));

        JsonNode golden = JSON.readTree(GoldenEvents.json("order.placed.v1"));
        assertThat(fields(told)).isEqualTo(fields(golden));
        assertThat(fields(told.path("lines").path(0)))
                .isEqualTo(fields(golden.path("lines").path(0)));
        assertThat(fields(told.path("parts").path(0)))
                .isEqualTo(fields(golden.path("parts").path(0)));
        assertThat(told.path("total").path("amount").asLong()).isEqualTo(2_500);
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        assertThat(names).isNotEmpty();
        return names;
    }
}
