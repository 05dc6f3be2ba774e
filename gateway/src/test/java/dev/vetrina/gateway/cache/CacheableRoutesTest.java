package dev.vetrina.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CacheableRoutesTest {

    @Test
    void onlyWhatEverybodyMayReadIsKept() throws IOException {
        Map<String, JsonNode> gets = gets();
        for (CacheableRoutes.Route route : CacheableRoutes.all()) {
            String path = "/" + String.join("/", route.segments());
            assertThat(gets).containsKey(path);
            JsonNode get = gets.getOrDefault(path, new YAMLMapper().nullNode());
            assertThat(get.path("x-vetrina-roles")).as(path).hasSize(1);
            assertThat(get.at("/x-vetrina-roles/0").asText()).as(path).isEqualTo("everyone");
            assertThat(parametersOf(get)).as(path).containsAll(route.parameters());
        }
    }

    @Test
    void aRouteIsItsWholePathAndNothingElse() {
        assertThat(CacheableRoutes.route("/v1/products/1")).isPresent();
        assertThat(CacheableRoutes.route("/v1/sessions/a-1/lineup")).isPresent();
        for (String path : new String[] {
            "/v1/products/",
            "/v1/products/1/variants/2/prices",
            "/v1/products/a;b",
            "/v1/products/a%2Fb",
            "/v1/sessions/1/timeline",
            "/v1/sessions/1/chat-messages",
            "/v1/orders",
            "/v1",
            "v1/products/x"
        }) {
            assertThat(CacheableRoutes.route(path)).as(path).isEmpty();
        }
    }

    private static Map<String, JsonNode> gets() throws IOException {
        Map<String, JsonNode> gets = new HashMap<>();
        new YAMLMapper()
                .readTree(Path.of("../docs/openapi.yaml").toFile())
                .path("paths")
                .properties()
                .forEach(path -> {
                    if (path.getValue().has("get")) {
                        gets.put(
                                path.getKey().replaceAll("\\{[^}]*}", "*"),
                                path.getValue().path("get"));
                    }
                });
        return gets;
    }

    private static Set<String> parametersOf(JsonNode get) {
        Set<String> names = new TreeSet<>();
        get.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }
}
