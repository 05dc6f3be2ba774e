package dev.vetrina.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingTableTest {

    @Test
    void aResourceAndAllBelowItBelongToOneService() {
        assertThat(RoutingTable.route("/v1/products")).contains(Upstream.CATALOG);
        assertThat(RoutingTable.route("/v1/products/")).contains(Upstream.CATALOG);
        assertThat(RoutingTable.route("/v1/products/1/variants/2/prices/GB")).contains(Upstream.CATALOG);
        assertThat(RoutingTable.route("/v1/sessions/1/feed-tickets")).contains(Upstream.LIVE);
        assertThat(RoutingTable.route("/v1/simulated-provider/challenges/1")).contains(Upstream.ORDER);
    }

    @Test
    void operationsBelongToTheServiceTheyName() {
        assertThat(RoutingTable.route("/v1/operations/live/dead-letters/1/replay"))
                .contains(Upstream.LIVE);
        assertThat(RoutingTable.route("/v1/operations/gateway/outbox")).isEmpty();
        assertThat(RoutingTable.route("/v1/operations")).isEmpty();
    }

    @Test
    void everyOperationOfAServiceReachesThatService() throws IOException {
        Map<Upstream, String> modules = Map.of(
                Upstream.CATALOG, "catalog-service",
                Upstream.LIVE, "live-session-service",
                Upstream.ORDER, "order-service");
        for (var module : modules.entrySet()) {
            String name = module.getKey().name().toLowerCase(Locale.ROOT);
            Path document = Path.of("..", module.getValue(), "target", "openapi", "openapi.json");
            new ObjectMapper()
                    .readTree(Files.readString(document))
                    .path("paths")
                    .fieldNames()
                    .forEachRemaining(path -> {
                        String asked = path.replace("{service}", name).replaceAll("\\{[^}]*}", "x");
                        assertThat(RoutingTable.route(asked)).as(path).contains(module.getKey());
                    });
        }
    }

    @Test
    void everythingElseIsNotReachable() {
        for (String path : List.of(
                "",
                "/",
                "/v1",
                "/v1/",
                "/v2/products",
                "/v1/product",
                "/v1/productsx",
                "/products",
                "/internal/feed/1",
                "/internal/ingest/nginx-rtmp",
                "/internal/ingest/mediamtx/auth",
                "/q/health",
                "v1/products",
                "//v1/products",
                "/V1/products")) {
            assertThat(RoutingTable.route(path)).as(path).isEmpty();
        }
    }
}
