package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of the released document what it announced to take away, once the day of that has come: operations, parameters and
 * properties with {@code deprecated: true} and {@code x-sunset}. They may be missing then.
 */
record Announced(LocalDate today) {

    private static final String SUNSET = "x-sunset";

    void takeOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> gone = new ArrayList<>();
            object.properties().forEach(field -> {
                if (over(field.getValue())) {
                    gone.add(field.getKey());
                }
            });
            object.remove(gone);
            object.forEach(this::takeOut);
            forgetRequired(object);
        } else if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (over(array.get(i))) {
                    array.remove(i);
                }
            }
            array.forEach(this::takeOut);
        }
    }

    private boolean over(JsonNode node) {
        return node.path("deprecated").asBoolean()
                && node.has(SUNSET)
                && !LocalDate.parse(node.path(SUNSET).asText()).isAfter(today);
    }

    private static void forgetRequired(ObjectNode schema) {
        if (schema.path("required") instanceof ArrayNode required
                && schema.path("properties") instanceof ObjectNode properties) {
            for (int i = required.size() - 1; i >= 0; i--) {
                if (!properties.has(required.get(i).asText())) {
                    required.remove(i);
                }
            }
        }
    }
}
