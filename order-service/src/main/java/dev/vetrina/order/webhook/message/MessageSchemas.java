package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of messages by their examples, which have every field; what is null in one may be anything. */
final class MessageSchemas {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

    private MessageSchemas() {}

    /** @param leftOut names of the fields that a message may lack, wherever they stand */
    static Schema of(JsonNode example, Set<String> leftOut) {
        Schema schema = OASFactory.createSchema();
        return switch (example.getNodeType()) {
            case OBJECT -> {
                schema.addType(SchemaType.OBJECT);
                example.properties().forEach(field -> {
                    schema.addProperty(field.getKey(), of(field.getValue(), leftOut));
                    if (!field.getValue().isNull() && !leftOut.contains(field.getKey())) {
                        schema.addRequired(field.getKey());
                    }
                });
                yield schema;
            }
            case ARRAY -> {
                schema.addType(SchemaType.ARRAY);
                yield example.isEmpty() ? schema : schema.items(of(example.get(0), leftOut));
            }
            case BOOLEAN -> schema.addType(SchemaType.BOOLEAN);
            case NUMBER -> schema.addType(SchemaType.INTEGER).format("int64");
            case STRING -> text(schema.addType(SchemaType.STRING), example.textValue());
            default -> schema;
        };
    }

    private static Schema text(Schema schema, String example) {
        if (UUID.matcher(example).matches()) {
            return schema.format("uuid");
        }
        return TIME.matcher(example).matches() ? schema.format("date-time") : schema;
    }
}
