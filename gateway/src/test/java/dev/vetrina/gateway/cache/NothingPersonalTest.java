package dev.vetrina.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.StubService;
import dev.vetrina.gateway.Stubs;
import dev.vetrina.testkit.identity.Tokens;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a caller is known by: its answer comes from the service, and nobody else ever gets it. */
@GatewayTest
class NothingPersonalTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000001";
    private static final String SECRET = "of-nobody-else";
    private static final String NOBODY = "nobody";
    private static final String COOKIE = "viewer=" + SECRET;

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void servicesSayWhoAsked() {
        for (StubService service : List.of(Stubs.catalog(), Stubs.live(), Stubs.order())) {
            service.does(this::answer);
        }
    }

    private void answer(HttpServerRequest request) {
        String caller = Optional.ofNullable(request.getHeader("Authorization"))
                .or(() -> Optional.ofNullable(request.getHeader("Session-Pass")))
                .or(() -> Optional.ofNullable(request.getHeader("Cookie")))
                .or(() -> Optional.ofNullable(request.getParam("ticket")))
                .orElse(NOBODY);
        asked.add(caller);
        request.response().putHeader("Content-Type", "application/json").end("{\"caller\":\"" + caller + "\"}");
    }

    @Test
    void noGetOfTheApiTakesWhatIsPersonalOutOfTheCacheOrPutsItIn() throws Exception {
        String token = "Bearer " + Tokens.customer(SECRET);
        List<String> paths = paths();
        assertThat(paths).hasSizeGreaterThan(70).contains("/v1/sessions/" + ID, "/v1/orders/" + ID);
        for (String path : paths) {
            get(path);
            List.of(
                            personal(path, Map.of("Authorization", token), token),
                            personal(path, Map.of("Session-Pass", SECRET), SECRET),
                            personal(path, Map.of("Cookie", COOKIE), path.endsWith("/page") ? NOBODY : COOKIE),
                            personal(path + "?ticket=" + SECRET, Map.of(), path.endsWith("/page") ? NOBODY : SECRET))
                    .forEach(answer ->
                            assertThat(answer.headers().map()).as(path).doesNotContainKeys("Cache-Status", "Age"));
            assertThat(get(path).body())
                    .as(path)
                    .contains("nobody")
                    .doesNotContain(SECRET)
                    .doesNotContain(token);
        }
    }

    /** It was the service that answered, and it knew whom; but no part of a page is asked for with a cookie or a ticket. */
    private HttpResponse<String> personal(String uri, Map<String, String> credential, String caller) throws Exception {
        asked.clear();
        List<String> headers = new ArrayList<>();
        credential.forEach((name, value) -> headers.addAll(List.of(name, value)));
        HttpResponse<String> answer = get(uri, headers.toArray(String[]::new));
        assertThat(answer.statusCode()).as(uri).isEqualTo(200);
        assertThat(asked).as(uri).containsOnly(caller);
        return answer;
    }

    private HttpResponse<String> get(String uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + uri));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The feed has no answer that ends; it asks for tickets itself. */
    private static List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        new YAMLMapper()
                .readTree(Path.of("../docs/openapi.yaml").toFile())
                .path("paths")
                .properties()
                .forEach(path -> {
                    if (path.getValue().has("get") && !path.getKey().endsWith("/feed")) {
                        paths.add(path.getKey()
                                .replace("{service}", "catalog")
                                .replace("{code}", "GB")
                                .replace("{market}", "GB")
                                .replaceAll("\\{[^}]*}", ID));
                    }
                });
        String page = "/v1/sessions/" + ID + "/page";
        if (!paths.contains(page)) {
            paths.add(page);
        }
        return paths;
    }
}
