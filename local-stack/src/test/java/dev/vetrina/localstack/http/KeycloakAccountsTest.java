package dev.vetrina.localstack.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeycloakAccountsTest {

    private static final String BRAND = "0199c0de-0000-7000-8000-00000000000a";

    private final List<String> forms = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final List<JsonNode> imports = new ArrayList<>();
    private HttpServer keycloak;
    private String issuer;

    @BeforeEach
    void start() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        keycloak.createContext("/realms/master/protocol/openid-connect/token", exchange -> {
            forms.add(body(exchange));
            answer(exchange, "{\"access_token\": \"of-the-administrator\"}");
        });
        keycloak.createContext("/admin/realms/vetrina/partialImport", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            imports.add(Json.read(body(exchange)));
            answer(exchange, "{}");
        });
        keycloak.start();
        issuer = "http://127.0.0.1:" + keycloak.getAddress().getPort() + "/realms/vetrina";
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void aBrandsAccountHasItsRoleItsBrandAndThePasswordOfTheDemo() {
        KeycloakAccounts.at(issuer, "admin:secret:with colons").provide(List.of("brand-" + BRAND), made -> {});

        assertThat(forms).singleElement().asString().contains("username=admin", "password=secret%3Awith+colons");
        assertThat(authorizations).containsExactly("Bearer of-the-administrator");
        assertThat(imports).singleElement().satisfies(sent -> {
            assertThat(sent.path("ifResourceExists").asText()).isEqualTo("SKIP");
            JsonNode user = sent.path("users").path(0);
            assertThat(user.path("username").asText()).isEqualTo("brand-" + BRAND);
            assertThat(user.path("realmRoles")).map(JsonNode::asText).containsExactly("brand");
            assertThat(user.path("attributes").path("brand_id").path(0).asText())
                    .isEqualTo(BRAND);
            assertThat(user.path("credentials").path(0).path("value").asText()).isEqualTo("vetrina");
        });
    }

    @Test
    void manyAccountsAreMadeInPortionsAndEachIsMadeOnce() {
        List<String> names =
                IntStream.rangeClosed(1, 120).mapToObj(n -> "customer-" + n).toList();
        List<Integer> progress = new ArrayList<>();

        KeycloakAccounts.at(issuer, "admin:admin").provide(names, progress::add);

        assertThat(progress).containsExactly(50, 100, 120);
        assertThat(imports.stream()
                        .flatMap(sent -> Json.items(sent.path("users")).stream())
                        .map(user -> user.path("username").asText()))
                .containsExactlyElementsOf(names);
    }

    @Test
    void anIssuerThatIsNoKeycloakIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> KeycloakAccounts.at("https://login.example.com", "admin:admin"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--identity-admin");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, json.length());
            exchange.getResponseBody().write(json.getBytes(UTF_8));
        }
    }
}
