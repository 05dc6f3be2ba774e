package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Serves the committed document, the one that partners have reviewed: it was packaged into the gateway. */
@Singleton
class OpenApiRoute {

    void route(@Observes Router router) throws IOException {
        byte[] yaml = document();
        byte[] json = new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
        serve(router, "/openapi.yaml", "application/yaml", yaml);
        serve(router, "/openapi.json", "application/json", json);
    }

    private static void serve(Router router, String path, String mediaType, byte[] document) {
        Buffer body = Buffer.buffer(document);
        router.get(path)
                .handler((RoutingContext request) -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(body));
    }

    private static byte[] document() throws IOException {
        try (InputStream packaged =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi.yaml")) {
            if (packaged == null) {
                throw new IllegalStateException("docs/openapi.yaml was not packaged into the gateway");
            }
            return packaged.readAllBytes();
        }
    }
}
