package dev.vetrina.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says of everything that is answered what is always there and what may be null, as the records say it: a generated client
 * would otherwise have to doubt every field, or break at a null that nobody told it of.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ViewSchemas implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final List<ClassInfo> records;

    public ViewSchemas(IndexView index) {
        records = index.getKnownClasses().stream().filter(ClassInfo::isRecord).toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Optional.ofNullable(schemas.get("LocalDateTime")).ifPresent(ViewSchemas::withoutOffset);
        SchemaUse use = SchemaUse.of(document);
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && !use.onlyAsked(name)) {
                recordOf(name, schema.getProperties().keySet())
                        .ifPresent(found -> describe(schema, found, use.asked(name)));
            }
        });
    }

    /** A `date-time` has an offset, which local time has not: a validator would refuse what we take. */
    private static void withoutOffset(Schema local) {
        local.format(null)
                .pattern("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$")
                .setExamples(List.of("2030-03-01T20:00:00"));
    }

    /** Two records may have one name, and a generic one's schemas are named with its arguments: the fields decide. */
    private Optional<ClassInfo> recordOf(String name, Set<String> fields) {
        return records.stream()
                .filter(found -> found.typeParameters().isEmpty()
                        ? name.equals(nameOf(found))
                        : name.startsWith(found.simpleName()))
                .filter(found -> namesOf(found).containsAll(fields))
                .findFirst();
    }

    private static String nameOf(ClassInfo found) {
        return Optional.ofNullable(
                        found.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class))
                .map(annotation -> annotation.value("name"))
                .map(AnnotationValue::asString)
                .orElse(found.simpleName());
    }

    private static Set<String> namesOf(ClassInfo found) {
        return found.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static void describe(Schema schema, ClassInfo found, boolean alsoAsked) {
        Set<String> required =
                new HashSet<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        for (RecordComponentInfo component : found.recordComponents()) {
            Schema property = schema.getProperties().get(component.name());
            if (property == null) {
                continue;
            }
            JsonInclude.Include inclusion = inclusion(found, component.name());
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            if (nullable && inclusion == JsonInclude.Include.ALWAYS) {
                schema.addProperty(component.name(), orNull(property));
            }
            if (!leftOut(inclusion, nullable, component.type()) && !(nullable && alsoAsked)) {
                required.add(component.name());
            }
        }
        schema.setRequired(schema.getProperties().keySet().stream()
                .filter(required::contains)
                .toList());
    }

    private static boolean leftOut(JsonInclude.Include inclusion, boolean nullable, Type type) {
        return switch (inclusion) {
            case ALWAYS -> false;
            case NON_EMPTY -> nullable || type.kind() == Type.Kind.PARAMETERIZED_TYPE;
            default -> nullable;
        };
    }

    private static JsonInclude.Include inclusion(ClassInfo found, String component) {
        FieldInfo field = found.field(component);
        return Optional.ofNullable(field)
                .map(annotated -> annotated.annotation(JsonInclude.class))
                .or(() -> Optional.ofNullable(found.declaredAnnotation(JsonInclude.class)))
                .map(AnnotationInstance::value)
                .map(value -> JsonInclude.Include.valueOf(value.asEnum()))
                .orElse(JsonInclude.Include.ALWAYS);
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() == null) {
            if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
                property.addType(SchemaType.NULL);
            }
            return property;
        }
        return OASFactory.createSchema()
                .description(property.getDescription())
                .anyOf(List.of(
                        OASFactory.createSchema().ref(property.getRef()),
                        OASFactory.createSchema().addType(SchemaType.NULL)));
    }
}
