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
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider on the loopback interface: discovery, keys, a token endpoint and the administration of clients, at
 * the paths of a Keycloak realm, so that nothing but the host differs from docker-compose.
 */
public final class IdentityServer implements AutoCloseable {

    private static final String REALM = "/realms/vetrina";
    private static final String TOKEN = REALM + "/protocol/openid-connect/token";
    private static final String ADMIN = "/admin" + REALM + "/clients";
    private static final String KEYS = REALM + "/protocol/openid-connect/certs";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** The newest first, which signs; tokens of the others are still good. */
    private final List<SigningKey> keys = new CopyOnWriteArrayList<>();

    private final RegisteredClients registered;
    private final Accounts accounts;

    private IdentityServer(HttpServer http, SigningKey key, RegisteredClients registered) {
        this.http = http;
        keys.add(key);
        this.registered = registered;
        this.accounts = new Accounts(registered);
    }

    /** Starts on a free port with a new key. */
    public static IdentityServer start() {
        return start(0, null);
    }

    /**
     * Starts on {@code port}, 0 for a free one; the key is kept in {@code keyFile}, if given, and reused. So are the clients that an
     * administrator makes, in a file beside it.
     */
    public static IdentityServer start(int port, @Nullable Path keyFile) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
            IdentityServer server = keyFile == null
                    ? new IdentityServer(http, SigningKey.generate(), new RegisteredClients(null))
                    : new IdentityServer(
                            http,
                            SigningKey.keptIn(keyFile),
                            new RegisteredClients(keyFile.resolveSibling("identity-clients.json")));
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

    /** Lets a client make and remove other clients, by the administration's paths. */
    public IdentityServer addAdministrator(String id, String secret) {
        return addClient(id, secret, new Account(id, Set.of(AdminEndpoint.ROLE), Set.of(), null));
    }

    /** Signs with a new key from now on. The old one stays published, as Keycloak's do until their tokens have ended. */
    public synchronized void changeKey() {
        keys.addFirst(key().next());
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
        return key().sign(AccessClaims.of(account, issuer(), clientId));
    }

    SigningKey key() {
        return keys.getFirst();
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
        http.createContext(KEYS, exchange -> send(exchange, new JsonAnswer(200, SigningKey.publicKeys(keys))));
        http.createContext(TOKEN, exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(exchange, tokens.answer(form, exchange.getRequestHeaders().getFirst("Authorization")));
        });
        AdminEndpoint admin = new AdminEndpoint(base() + ADMIN, registered, this::isAdministrators);
        http.createContext(ADMIN, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(
                    exchange,
                    admin.answer(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            body));
        });
        http.start();
    }

    private boolean isAdministrators(String token) {
        return keys.stream()
                .flatMap(key -> key.verified(token).stream())
                .findFirst()
                .map(claims -> claims.getClaimValue("roles"))
                .filter(roles -> roles instanceof List<?> list && list.contains(AdminEndpoint.ROLE))
                .isPresent();
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
            if (answer.location() != null) {
                exchange.getResponseHeaders().set("Location", answer.location());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
