package dev.vetrina.testkit.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider on the loopback interface: discovery, keys and a token endpoint, at the paths of a Keycloak
 * realm, so that nothing but the host differs from docker-compose.
 */
public final class IdentityServer implements AutoCloseable {

    private static final String REALM = "/realms/vetrina";
    private static final String TOKEN = REALM + "/protocol/openid-connect/token";
    private static final String KEYS = REALM + "/protocol/openid-connect/certs";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SigningKey key;
    private final Accounts accounts = new Accounts();

    private IdentityServer(HttpServer http, SigningKey key) {
        this.http = http;
        this.key = key;
    }

    /** Starts on a free port with a new key. */
    public static IdentityServer start() {
        return start(0, null);
    }

    /** Starts on {@code port}, 0 for a free one; the key is kept in {@code keyFile}, if given, and reused. */
    public static IdentityServer start(int port, @Nullable Path keyFile) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
            IdentityServer server =
                    new IdentityServer(http, keyFile == null ? SigningKey.generate() : SigningKey.keptIn(keyFile));
            server.serve();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The identity server cannot listen on port " + port, e);
        }
    }

    public String issuer() {
        return base() + REALM;
    }

    public String tokenEndpoint() {
        return base() + TOKEN;
    }

    public String jwksUri() {
        return base() + KEYS;
    }

    /** Lets a confidential client ask for tokens by its id and secret. */
    public IdentityServer addClient(String id, String secret, Account account) {
        accounts.addClient(id, secret, account);
        return this;
    }

    /**
     * Lets everyone whose name matches sign in with one password through a public client; {@code account} turns the name
     * into who that is.
     */
    public IdentityServer addUsers(String clientId, Pattern names, String password, Function<String, Account> account) {
        accounts.addUsers(clientId, names, password, account);
        return this;
    }

    /** A token without a request, for those who need hundreds at once. */
    public String token(Account account) {
        return token(account, "vetrina");
    }

    String token(Account account, String clientId) {
        return key.sign(AccessClaims.of(account, issuer(), clientId));
    }

    SigningKey key() {
        return key;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }

    private String base() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void serve() {
        TokenEndpoint tokens = new TokenEndpoint(accounts, this::token);
        http.setExecutor(threads);
        http.createContext(
                REALM + "/.well-known/openid-configuration", exchange -> send(exchange, JsonAnswer.ok(discovery())));
        http.createContext(KEYS, exchange -> send(exchange, new JsonAnswer(200, key.publicKeys())));
        http.createContext(TOKEN, exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(exchange, tokens.answer(form, exchange.getRequestHeaders().getFirst("Authorization")));
        });
        http.start();
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer(),
                "jwks_uri", jwksUri(),
                "token_endpoint", tokenEndpoint(),
                "authorization_endpoint", issuer() + "/protocol/openid-connect/auth",
                "grant_types_supported", List.of("client_credentials", "password"),
                "response_types_supported", List.of("none"),
                "subject_types_supported", List.of("public"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "none"),
                "id_token_signing_alg_values_supported", List.of("ES256"));
    }

    private static void send(HttpExchange exchange, JsonAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            // The pages of the demo come from another port, and sign in from the browser.
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
