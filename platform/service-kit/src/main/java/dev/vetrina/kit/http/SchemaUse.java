package dev.vetrina.kit.http;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which schemas clients send, and which they are answered; some are both. */
record SchemaUse(Set<String> sent, Set<String> answered) {

    static SchemaUse of(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        SchemaUse use = new SchemaUse(new HashSet<>(), new HashSet<>());
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(item -> item.getOperations().values().stream())
                    .forEach(operation -> use.add(operation, schemas));
        }
        return use;
    }

    boolean asked(String name) {
        return sent.contains(name);
    }

    boolean onlyAsked(String name) {
        return asked(name) && !answered.contains(name);
    }

    private void add(Operation operation, Map<String, Schema> schemas) {
        if (operation.getRequestBody() != null) {
            in(operation.getRequestBody().getContent()).forEach(schema -> follow(schema, schemas, sent));
        }
        if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
            operation.getResponses().getAPIResponses().values().stream()
                    .flatMap(response -> in(response.getContent()))
                    .forEach(schema -> follow(schema, schemas, answered));
        }
    }

    private static Stream<Schema> in(@Nullable Content content) {
        return Optional.ofNullable(content).map(Content::getMediaTypes).map(Map::values).stream()
                .flatMap(types -> types.stream())
                .map(MediaType::getSchema)
                .flatMap(Stream::ofNullable);
    }

    private static void follow(Schema schema, Map<String, Schema> schemas, Set<String> seen) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (seen.add(name) && schemas.get(name) != null) {
                follow(schemas.get(name), schemas, seen);
            }
        }
        Stream.of(
                        Optional.ofNullable(schema.getProperties()).map(Map::values).stream()
                                .flatMap(values -> values.stream()),
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
                        parts(schema.getAllOf()),
                        parts(schema.getAnyOf()),
                        parts(schema.getOneOf()))
                .flatMap(nested -> nested)
                .forEach(nested -> follow(nested, schemas, seen));
    }

    private static Stream<Schema> parts(@Nullable List<Schema> schemas) {
        return schemas == null ? Stream.of() : schemas.stream();
    }
}
