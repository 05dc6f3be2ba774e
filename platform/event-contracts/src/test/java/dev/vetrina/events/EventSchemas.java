package dev.vetrina.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON schemas of records, as {@link EventJson} writes them. */
final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Type, String[]> SIMPLE = Map.ofEntries(
            Map.entry(UUID.class, new String[] {"string", "uuid"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(String.class, new String[] {"string"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(boolean.class, new String[] {"boolean"}),
            Map.entry(Boolean.class, new String[] {"boolean"}),
            Map.entry(JsonNode.class, new String[] {"object"}));

    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, Class<?>> classes = new TreeMap<>();

    void addTo(ObjectNode target) {
        named.forEach(target::set);
        target.set("CloudEventHeaders", cloudEventHeaders());
    }

    ObjectNode of(Class<?> type) {
        String name = nameOf(type);
        Class<?> before = classes.putIfAbsent(name, type);
        if (before == null) {
            named.put(name, type.isRecord() ? record(type) : constants(type));
        } else if (before != type) {
            throw new IllegalStateException(before + " and " + type + " have one name");
        }
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** An event has its own name; what stands in it has that of the family before it, such as OrderLine. */
    private static String nameOf(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        boolean alone = family == null || DomainEvent.class.isAssignableFrom(type);
        return alone ? type.getSimpleName() : family.getSimpleName().replaceFirst("Event$", "") + type.getSimpleName();
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ArrayNode required = JSON.createArrayNode();
        ObjectNode properties = JSON.createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            ObjectNode property = of(component.getAnnotatedType());
            properties.set(component.getName(), nullable ? orNull(property) : property);
            if (!nullable) {
                required.add(component.getName());
            }
        }
        schema.set("required", required);
        schema.set("properties", properties);
        return schema;
    }

    private ObjectNode of(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic) {
            AnnotatedType[] arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            return generic.getRawType() == List.class
                    ? JSON.createObjectNode().put("type", "array").set("items", of(arguments[0]))
                    : JSON.createObjectNode().put("type", "object").set("additionalProperties", of(arguments[1]));
        }
        String[] simple = SIMPLE.get(type);
        if (simple == null) {
            return of((Class<?>) type);
        }
        ObjectNode schema = JSON.createObjectNode().put("type", simple[0]);
        return simple.length > 1 ? schema.put("format", simple[1]) : schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("type")) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static ObjectNode constants(Class<?> type) {
        if (!type.isEnum()) {
            throw new IllegalStateException("There is no schema for " + type);
        }
        ObjectNode schema = JSON.createObjectNode().put("type", "string");
        ArrayNode constants = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(constants::add);
        return schema;
    }

    private static ObjectNode cloudEventHeaders() {
        ObjectNode headers = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = JSON.createObjectNode();
        properties.putObject("ce_specversion").put("const", "1.0");
        properties.putObject("ce_id").put("type", "string").put("format", "uuid");
        properties
                .putObject("ce_source")
                .put("type", "string")
                .put("description", "The service, such as /order-service");
        properties.putObject("ce_type").put("type", "string");
        properties.putObject("ce_time").put("type", "string").put("format", "date-time");
        properties.putObject("ce_sequence").put("type", "string").put("pattern", "^-?[0-9]+$");
        properties.putObject("content-type").put("const", "application/json");
        ArrayNode required = headers.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        properties
                .putObject("traceparent")
                .put("type", "string")
                .put("description", "W3C trace context, if there is one");
        headers.set("properties", properties);
        return headers;
    }
}
