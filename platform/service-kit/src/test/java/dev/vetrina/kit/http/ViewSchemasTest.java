package dev.vetrina.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewSchemasTest {

    private static final String REF = "#/components/schemas/";

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Mug")
    record MugView(String title, @Nullable String note, long price, List<Handle> handles) {}

    /** What an event calls what clients see as another record. */
    record Mug(@Nullable String title) {}

    record Handle(String form) {}

    record Listed<T>(List<T> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Failure(String code, List<String> violations) {}

    record OrderMug(String title, int quantity) {}

    @Test
    void whatIsAlwaysAnsweredIsRequiredAndWhatMayBeNullSaysSo() throws IOException {
        OpenAPI document = document();

        new ViewSchemas(Index.of(MugView.class, Mug.class, Handle.class, Listed.class, Failure.class, OrderMug.class))
                .filterOpenAPI(document);

        assertThat(required(document, "ListedMug")).containsExactlyInAnyOrder("items", "next");
        assertThat(required(document, "Mug")).containsExactlyInAnyOrder("title", "note", "price", "handles");
        assertThat(type(document, "Mug", "note")).contains(Schema.SchemaType.NULL);
        assertThat(type(document, "Mug", "title")).doesNotContain(Schema.SchemaType.NULL);
        assertThat(required(document, "Handle")).containsExactly("form");
    }

    @Test
    void aMemberThatIsLeftOutWhenItIsEmptyIsNotRequired() throws IOException {
        OpenAPI document = document();

        new ViewSchemas(Index.of(Failure.class)).filterOpenAPI(document);

        assertThat(required(document, "Failure")).containsExactly("code");
    }

    @Test
    void whatClientsSendIsLeftToTheRulesOfValidation() throws IOException {
        OpenAPI document = document();

        new ViewSchemas(Index.of(OrderMug.class)).filterOpenAPI(document);

        assertThat(required(document, "OrderMug")).isNull();
    }

    private static List<String> required(OpenAPI document, String schema) {
        return Objects.requireNonNull(document.getComponents().getSchemas().get(schema))
                .getRequired();
    }

    private static List<Schema.SchemaType> type(OpenAPI document, String schema, String member) {
        Schema described =
                Objects.requireNonNull(document.getComponents().getSchemas().get(schema));
        return Objects.requireNonNull(
                        Objects.requireNonNull(described.getProperties()).get(member))
                .getType();
    }

    private static OpenAPI document() {
        return OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema("ListedMug", object("next").addProperty("items", listOf("Mug")))
                        .addSchema("Mug", object("title", "note", "price").addProperty("handles", listOf("Handle")))
                        .addSchema("Handle", object("form"))
                        .addSchema("Failure", object("code", "violations"))
                        .addSchema("OrderMug", object("title", "quantity")))
                .paths(OASFactory.createPaths().addPathItem("/v1/mugs", mugs()));
    }

    private static PathItem mugs() {
        return OASFactory.createPathItem()
                .POST(OASFactory.createOperation()
                        .requestBody(OASFactory.createRequestBody().content(json("OrderMug")))
                        .responses(OASFactory.createAPIResponses()
                                .addAPIResponse(
                                        "200", OASFactory.createAPIResponse().content(json("ListedMug")))
                                .addAPIResponse(
                                        "409", OASFactory.createAPIResponse().content(json("Failure")))));
    }

    private static Content json(String schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(ref(schema)));
    }

    private static Schema object(String... members) {
        Schema object = OASFactory.createSchema();
        for (String member : members) {
            object.addProperty(member, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        }
        return object;
    }

    private static Schema listOf(String schema) {
        return OASFactory.createSchema().items(ref(schema));
    }

    private static Schema ref(String schema) {
        return OASFactory.createSchema().ref(REF + schema);
    }
}
