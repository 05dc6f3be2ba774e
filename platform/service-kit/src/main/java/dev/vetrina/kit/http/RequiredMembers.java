package dev.vetrina.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every answer which members are always there: those components of its record that are not {@code @Nullable}. Without
 * it a generated client would have to expect an order without an id. Runs while a service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = RequiredMembers.AFTER_THE_PROBLEMS)
public class RequiredMembers implements OASFilter {

    /** Lower is later; what is not said is 1. */
    static final int AFTER_THE_PROBLEMS = 0;

    private static final DotName RECORD = DotName.createSimple(Record.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final Set<DotName> COLLECTIONS =
            Set.of(DotName.createSimple(List.class), DotName.createSimple(Map.class), DotName.createSimple(Set.class));
    private static final String COMPONENTS = "#/components/schemas/";

    private final Map<String, ClassInfo> records = new HashMap<>();
    private final Map<String, ClassInfo> genericRecords = new HashMap<>();

    public RequiredMembers(IndexView index) {
        for (ClassInfo record : index.getKnownDirectSubclasses(RECORD)) {
            Map<String, ClassInfo> sort = record.typeParameters().isEmpty() ? records : genericRecords;
            Optional<String> given = givenName(record);
            // An event may be called like the view that is named after it, which is the one that is documented.
            if (given.isPresent()) {
                sort.put(given.get(), record);
            } else {
                sort.merge(
                        record.simpleName(),
                        record,
                        (one, other) -> givenName(one).isPresent() ? one : other);
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getComponents() == null) {
            return;
        }
        Map<String, Schema> schemas =
                Optional.ofNullable(document.getComponents().getSchemas()).orElse(Map.of());
        Set<String> answered = new HashSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getResponses() != null)
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .forEach(response -> follow(response, schemas, answered));
        answered.forEach(name -> Optional.ofNullable(schemas.get(name))
                .ifPresent(schema -> record(name).ifPresent(record -> require(record, schema))));
    }

    private static void follow(APIResponse response, Map<String, Schema> schemas, Set<String> seen) {
        if (response.getContent() != null) {
            response.getContent().getMediaTypes().values().stream()
                    .map(MediaType::getSchema)
                    .forEach(schema -> follow(schema, schemas, seen));
        }
    }

    private static void follow(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> seen) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(COMPONENTS)) {
            String name = ref.substring(COMPONENTS.length());
            if (seen.add(name)) {
                follow(schemas.get(name), schemas, seen);
            }
        }
        follow(schema.getItems(), schemas, seen);
        follow(schema.getAdditionalPropertiesSchema(), schemas, seen);
        Optional.ofNullable(schema.getProperties())
                .ifPresent(properties -> properties.values().forEach(member -> follow(member, schemas, seen)));
        for (List<Schema> alternatives : Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            Optional.ofNullable(alternatives)
                    .ifPresent(given -> given.forEach(alternative -> follow(alternative, schemas, seen)));
        }
    }

    /** The schema of a generic record is named after it and its argument. */
    private Optional<ClassInfo> record(String schemaName) {
        return Optional.ofNullable(records.get(schemaName))
                .or(() -> genericRecords.entrySet().stream()
                        .filter(generic -> schemaName.startsWith(generic.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static void require(ClassInfo record, Schema schema) {
        Map<String, Schema> properties =
                Optional.ofNullable(schema.getProperties()).orElse(Map.of());
        List<String> known = Optional.ofNullable(schema.getRequired()).orElse(List.of());
        record.recordComponentsInDeclarationOrder().stream()
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .filter(component -> !leavesOutEmpty(record) || !isCollection(component))
                .map(RecordComponentInfo::name)
                .filter(properties::containsKey)
                .filter(name -> !known.contains(name))
                .forEach(schema::addRequired);
    }

    private static boolean leavesOutEmpty(ClassInfo record) {
        AnnotationInstance inclusion = record.declaredAnnotation(JSON_INCLUDE);
        return inclusion != null
                && inclusion.value() != null
                && inclusion.value().asEnum().equals(JsonInclude.Include.NON_EMPTY.name());
    }

    private static boolean isCollection(RecordComponentInfo component) {
        return COLLECTIONS.contains(component.type().name());
    }

    private static Optional<String> givenName(ClassInfo record) {
        return Optional.ofNullable(record.declaredAnnotation(SCHEMA))
                .map(annotation -> annotation.value("name"))
                .map(AnnotationValue::asString);
    }
}
