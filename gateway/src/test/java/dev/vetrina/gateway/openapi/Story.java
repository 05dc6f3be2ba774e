package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom and what the examples are about. They name it, so that an id, a price and an order are the same in all of them: see
 * {@code examples/story.yaml}.
 */
record Story(JsonNode ids, JsonNode things) {

    private static final String THING = "$is";
    private static final Pattern ID = Pattern.compile("<([a-z-]+)>");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) (-?\\d+)\\.(\\d{2})");

    static Story of(JsonNode file) {
        return new Story(file.path("ids"), file.path("things"));
    }

    /** @throws IllegalArgumentException if it names what the story does not know */
    JsonNode tell(JsonNode told) {
        if (told instanceof ObjectNode object) {
            return object.has(THING) ? tell(changed(object)) : fields(object);
        }
        if (told instanceof ArrayNode array) {
            ArrayNode items = array.arrayNode();
            array.forEach(item -> items.add(tell(item)));
            return items;
        }
        return told.isTextual() ? text(told) : told;
    }

    private ObjectNode fields(ObjectNode object) {
        ObjectNode fields = object.objectNode();
        object.properties().forEach(field -> fields.set(field.getKey(), tell(field.getValue())));
        return fields;
    }

    private ObjectNode changed(ObjectNode object) {
        ObjectNode changed = known(things, object.path(THING).asText()).deepCopy();
        object.properties().stream()
                .filter(field -> !field.getKey().equals(THING))
                .forEach(field -> changed.set(field.getKey(), field.getValue()));
        return changed;
    }

    private JsonNode text(JsonNode text) {
        Matcher id = ID.matcher(text.textValue());
        if (id.matches()) {
            return known(ids, id.group(1));
        }
        Matcher money = MONEY.matcher(text.textValue());
        if (money.matches()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("amount", Integer.parseInt(money.group(2) + money.group(3)))
                    .put("currency", money.group(1));
        }
        return TextNode.valueOf(text.textValue());
    }

    private static JsonNode known(JsonNode names, String name) {
        if (!names.has(name)) {
            throw new IllegalArgumentException("The story in examples/story.yaml knows no " + name);
        }
        return names.get(name);
    }
}
