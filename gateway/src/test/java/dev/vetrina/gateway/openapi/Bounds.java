package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of what is alike wherever it is sent, or is checked by more than an annotation: the services' documents lack it. */
final class Bounds {

    private static final String MARKET = "^[A-Z]{2}$";
    private static final String NAME = "^[a-z][a-z-]{0,39}$";
    private static final Map<String, String> PARAMETERS = Map.of(
            "market", MARKET,
            "code", MARKET,
            "service", NAME,
            "provider", NAME,
            "If-Match", "^\"[0-9]{1,19}(\\.[A-Za-z0-9_-]{16})?\"$",
            "Idempotency-Key", "^.{1,255}$");
    private static final Map<String, String> FIELDS = Map.of(
            "CreateMarket/properties/code", MARKET,
            "CreateMarket/properties/currency", "^[A-Z]{3}$",
            "RegisterBrand/properties/countryCode", MARKET,
            "NewVariant/properties/gtin", "^[0-9]{8,14}$",
            "EditedVariant/properties/gtin", "^[0-9]{8,14}$",
            "Money/properties/currency", "^[A-Z]{3}$");
    private static final Set<String> BOUNDS = Set.of("maxLength", "pattern", "enum", "const", "format");

    private Bounds() {}

    static void addTo(JsonNode document) {
        Operations.of(document)
                .forEach(operation -> operation
                        .path("parameters")
                        .forEach(parameter -> bound(
                                parameter.path("schema"),
                                PARAMETERS.get(parameter.path("name").asText()))));
        FIELDS.forEach((field, pattern) -> bound(document.at("/components/schemas/" + field), pattern));
    }

    private static void bound(JsonNode schema, @Nullable String pattern) {
        if (pattern != null && schema instanceof ObjectNode text && isUnbounded(text)) {
            text.put("pattern", pattern);
        }
    }

    static boolean isUnbounded(JsonNode schema) {
        return schema.path("type").toString().contains("\"string\"")
                && BOUNDS.stream().noneMatch(schema::has);
    }
}
