package dev.vetrina.live.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.live.timeline.Fact;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;

/** Facts as the viewers of one market get them. */
@ApplicationScoped
class ChannelFacts {

    private static final String MARKETS = "markets";

    private final ObjectMapper json;

    ChannelFacts(ObjectMapper json) {
        this.json = json;
    }

    /** One line of JSON: the fact, with what its data say of this market instead of what they say of each. */
    String json(Fact fact, String market) {
        ObjectNode event = json.createObjectNode();
        event.put("sequence", fact.sequence());
        event.put("kind", fact.kind());
        event.put("occurredAt", fact.occurredAt().toString());
        event.set("data", flatten(fact.data(), market));
        return event.toString();
    }

    /** The same as a frame of Server-Sent Events. */
    Buffer frame(Fact fact, String market) {
        return Buffer.buffer(
                "id: " + fact.sequence() + "\nevent: " + fact.kind() + "\ndata: " + json(fact, market) + "\n\n");
    }

    private ObjectNode flatten(JsonNode data, String market) {
        ObjectNode flat = json.createObjectNode();
        data.properties().stream()
                .filter(field -> !field.getKey().equals(MARKETS))
                .forEach(field -> flat.set(field.getKey(), field.getValue()));
        data.path(MARKETS).path(market).properties().forEach(field -> flat.set(field.getKey(), field.getValue()));
        return flat;
    }
}
