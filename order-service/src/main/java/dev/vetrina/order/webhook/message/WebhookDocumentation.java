package dev.vetrina.order.webhook.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.DomainEvent;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Documents every message that is sent to endpoints, in the OpenAPI document's {@code webhooks}. Runs while we are built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WebhookDocumentation implements OASFilter {

    private static final Map<Class<?>, String> FORMATS = Map.of(Instant.class, "date-time", UUID.class, "uuid");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<WebhookEventType, ObjectNode> examples = EventTypeExamples.all();
        Map<WebhookEventType, Class<? extends DomainEvent>> events = EventTypeExamples.events();
        for (WebhookEventType type : WebhookEventType.values()) {
            ObjectNode example = examples.get(type);
            if (example != null) {
                document.addWebhook(type.code(), sent(type, example, schema(type, example, events.get(type))));
            }
        }
    }

    private static PathItem sent(WebhookEventType type, ObjectNode example, Schema schema) {
        return OASFactory.createPathItem()
                .POST(
                        OASFactory.createOperation()
                                .operationId(operationId(type))
                                .summary(type.description())
                                .description(
                                        "Signed by Standard Webhooks 1.0.0. It may come more than once: `webhook-id` is the same then."
                                                + " Fields may be added.")
                                .addTag("Webhooks")
                                .security(List.of())
                                .parameters(List.of(
                                        header("webhook-id", "The message's id, the same in every attempt"),
                                        header(
                                                "webhook-timestamp",
                                                "When it is sent, in seconds since 1970; older than 5 minutes: refuse it"),
                                        header(
                                                "webhook-signature",
                                                "`v1,` and the Base64 of an HMAC-SHA256 of `<id>.<timestamp>.<body>`")))
                                .requestBody(OASFactory.createRequestBody()
                                        .required(true)
                                        .content(OASFactory.createContent()
                                                .addMediaType(
                                                        "application/json",
                                                        OASFactory.createMediaType()
                                                                .schema(schema)
                                                                .example(example))))
                                .responses(
                                        OASFactory.createAPIResponses()
                                                .addAPIResponse(
                                                        "204",
                                                        OASFactory.createAPIResponse()
                                                                .description(
                                                                        "Taken. Every 2xx will do; anything else is tried again."))
                                                .addAPIResponse(
                                                        "410",
                                                        OASFactory.createAPIResponse()
                                                                .description(
                                                                        "Nothing is wanted here any more: the endpoint is disabled."))));
    }

    private static Schema schema(
            WebhookEventType type, ObjectNode example, @Nullable Class<? extends DomainEvent> event) {
        Schema schema = MessageSchemas.of(example, event == null ? Set.of() : LeftOut.of(event))
                .addProperty(
                        "type",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .addEnumeration(type.code()));
        if (event != null) {
            Schema data = requireNonNull(schema.getProperties().get("data"));
            addWhatTheExampleLacks(type, event, data);
            mayBeShort(data);
        }
        return schema;
    }

    private static void addWhatTheExampleLacks(WebhookEventType type, Class<? extends DomainEvent> event, Schema data) {
        for (RecordComponent component : event.getRecordComponents()) {
            String name = component.getName();
            if (type.fields().contains(name) && !data.getProperties().containsKey(name)) {
                data.addProperty(
                        name,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format(requireNonNull(FORMATS.get(component.getType()), name)));
            }
        }
    }

    private static void mayBeShort(Schema data) {
        data.getProperties().forEach((name, field) -> {
            if (field.getType().contains(Schema.SchemaType.ARRAY)) {
                data.removeRequired(name);
            }
        });
        data.addProperty("test", mark("It is of a test order: nothing is to be shipped"));
        data.addProperty(
                "incomplete", mark("It would have been too long: its lists are left out, and to be read by its ids"));
    }

    private static Schema mark(String description) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.BOOLEAN)
                .addEnumeration(true)
                .description(description + ". Absent otherwise.");
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(255));
    }

    private static String operationId(WebhookEventType type) {
        return "on"
                + Arrays.stream(type.code().split("[.-]", -1))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
