package dev.vetrina.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The AsyncAPI document of all topics and events, made from their declarations. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode frame;
    private final ObjectNode document = JSON.createObjectNode();
    private final EventSchemas schemas = new EventSchemas();

    /** @param frame what the declarations cannot say: a description of each topic, a summary of each event */
    AsyncApi(JsonNode frame) {
        this.frame = frame;
    }

    JsonNode make() throws IOException {
        document.put("asyncapi", "3.0.0");
        document.set("info", frame.path("info"));
        document.put("defaultContentType", "application/json");
        List<Class<? extends DomainEvent>> events = EventJson.all().stream()
                .sorted(Comparator.comparing(EventJson::typeOf))
                .toList();
        for (Topics.Topic topic : Topics.all()) {
            channel(topic);
        }
        for (Class<? extends DomainEvent> event : events) {
            message(event);
        }
        schemas.addTo(document.withObjectProperty("components").putObject("schemas"));
        return document;
    }

    private void channel(Topics.Topic topic) {
        JsonNode told = known("topics", topic.name());
        ObjectNode channel = document.withObjectProperty("channels").putObject(topic.name());
        channel.put("address", topic.name());
        channel.set("description", told.path("description"));
        channel.putObject("messages");
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", Topics.PARTITIONS);
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.compacted() ? "compact" : "delete");
        if (!topic.compacted()) {
            configuration.put("retention.ms", topic.retention().toMillis());
        }
        ObjectNode operation = document.withObjectProperty("operations").putObject("publish-" + topic.name());
        operation.put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        operation.put("summary", "Published by " + told.path("producer").asText());
    }

    private void message(Class<? extends DomainEvent> event) throws IOException {
        String type = EventJson.typeOf(event);
        String topic = GoldenEvents.event(event).topic();
        ObjectNode message = document.withObjectProperty("components")
                .withObjectProperty("messages")
                .putObject(type);
        message.put("name", type).put("title", event.getSimpleName());
        message.set("summary", known("events", type));
        ObjectNode headers = message.putObject("headers");
        headers.putArray("allOf")
                .add(JSON.createObjectNode().put("$ref", "#/components/schemas/CloudEventHeaders"))
                .addObject()
                .putObject("properties")
                .putObject("ce_type")
                .put("const", type);
        message.set(
                "payload", OrderEvent.class.isAssignableFrom(event) ? orOfATest(schemas.of(event)) : schemas.of(event));
        message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string");
        message.putArray("examples").addObject().set("payload", JSON.readTree(GoldenEvents.json(type)));
        ((ObjectNode) document.path("channels").path(topic).path("messages"))
                .putObject(type)
                .put("$ref", "#/components/messages/" + type);
    }

    /** What {@link EventJson#asTest} adds is no member of the record. */
    private static ObjectNode orOfATest(ObjectNode schema) {
        ObjectNode payload = JSON.createObjectNode();
        payload.putArray("allOf")
                .add(schema)
                .addObject()
                .putObject("properties")
                .putObject("test")
                .put("const", true)
                .put("description", "Of a partner's test order; absent for every other");
        return payload;
    }

    private JsonNode known(String kind, String name) {
        JsonNode told = frame.path(kind).path(name);
        if (told.isMissingNode()) {
            throw new IllegalStateException("src/main/asyncapi/frame.yaml tells nothing of " + name);
        }
        return told;
    }
}
