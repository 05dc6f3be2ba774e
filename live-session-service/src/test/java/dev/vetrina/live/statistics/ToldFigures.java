package dev.vetrina.live.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All figures of a show as the API tells them, by the names that {@link Recount} gives them. What is null has no name. */
final class ToldFigures {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NO_FIGURES = Set.of("status", "attribution", "viewersNow");

    private final Map<String, String> figures = new TreeMap<>();

    static Map<String, String> of(Show show, String token) {
        ToldFigures told = new ToldFigures();
        told.add("session", get(show, token, ""));
        told.items("minute", "minute", get(show, token, "/minutes"));
        told.items("product", "productId", get(show, token, "/products"));
        told.items("brand", "brandId", get(show, token, "/brands"));
        told.items("market", "market", get(show, token, "/markets"));
        return told.figures;
    }

    private void items(String name, String key, JsonNode report) {
        for (JsonNode item : report.path("items")) {
            item.properties().forEach(field -> {
                if (!field.getKey().equals(key)) {
                    field(name + "/" + item.path(key).asText() + "/", field.getKey(), field.getValue());
                }
            });
        }
    }

    private void add(String name, JsonNode object) {
        object.properties().forEach(field -> field(name + "/", field.getKey(), field.getValue()));
    }

    private void field(String of, String name, JsonNode value) {
        if (value.isNull() || NO_FIGURES.contains(name)) {
            return;
        }
        if (name.equals("gmv")) {
            value.forEach(money -> figures.put(
                    of + "gmv/" + money.path("currency").asText(),
                    money.path("amount").asText()));
        } else if (name.equals("products")) {
            value.forEach(product -> product.properties().forEach(field -> {
                if (!field.getKey().equals("productId")) {
                    field(
                            of + "products/" + product.path("productId").asText() + "/",
                            field.getKey(),
                            field.getValue());
                }
            }));
        } else if (value.isObject()) {
            add(of + name, value);
        } else {
            figures.put(of + name, value.asText());
        }
    }

    private static JsonNode get(Show show, String token, String report) {
        String body = Api.as(token)
                .queryParam(report.isEmpty() ? "ignored" : "limit", 200)
                .get(show.path("/statistics" + report))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
