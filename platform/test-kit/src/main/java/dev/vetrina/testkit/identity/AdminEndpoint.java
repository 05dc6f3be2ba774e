package dev.vetrina.testkit.identity;

import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The part of Keycloak's administration that makes clients: paths, bodies and statuses are Keycloak's, so that whoever speaks
 * to it speaks to Keycloak too.
 */
final class AdminEndpoint {

    /** What a client needs to be let in; Keycloak calls it by the same name. */
    static final String ROLE = "manage-clients";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BITS = 192;
    /** What Keycloak would do and we do not need, or what nobody knows. */
    private static final JsonAnswer UNKNOWN = JsonAnswer.error(405, "HTTP 405 Method Not Allowed");

    private final RegisteredClients clients;
    private final Predicate<String> administrators;
    private final String base;

    /** @param administrators whether the bearer of a token may do this */
    AdminEndpoint(String base, RegisteredClients clients, Predicate<String> administrators) {
        this.base = base;
        this.clients = clients;
        this.administrators = administrators;
    }

    JsonAnswer answer(String method, URI uri, @Nullable String authorization, String body) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return JsonAnswer.error(401, "HTTP 401 Unauthorized");
        }
        if (!administrators.test(authorization.substring("Bearer ".length()))) {
            return JsonAnswer.error(403, "HTTP 403 Forbidden");
        }
        String path = uri.getPath().substring(URI.create(base).getPath().length());
        String[] steps = path.isEmpty() ? new String[0] : path.substring(1).split("/", -1);
        return switch (method + " " + steps.length) {
            case "GET 0" -> find(uri.getQuery());
            case "POST 0" -> create(body);
            case "DELETE 1" -> answer(steps[0], this::remove);
            case "POST 2" -> steps[1].equals("client-secret") ? answer(steps[0], this::renewSecret) : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private JsonAnswer answer(String id, Function<RegisteredClient, JsonAnswer> what) {
        return clients.find(id).map(what).orElseGet(() -> JsonAnswer.error(404, "Could not find client"));
    }

    /** @param query the part of the address, decoded */
    private JsonAnswer find(@Nullable String query) {
        String name = query == null ? "" : query.replaceFirst("^clientId=", "");
        List<String> found = clients.named(name).stream()
                .map(client -> JsonAnswer.json(client.with("id", client.id()).representation()))
                .toList();
        return new JsonAnswer(200, "[" + String.join(",", found) + "]");
    }

    private JsonAnswer create(String body) {
        Map<String, Object> representation = new HashMap<>(parsed(body));
        representation.putIfAbsent("secret", newSecret());
        RegisteredClient client = new RegisteredClient(UUID.randomUUID().toString(), representation);
        return clients.add(client)
                ? JsonAnswer.created(base + "/" + client.id())
                : JsonAnswer.error(409, "Client " + client.clientId() + " already exists");
    }

    private JsonAnswer remove(RegisteredClient client) {
        clients.remove(client);
        return JsonAnswer.noContent();
    }

    private JsonAnswer renewSecret(RegisteredClient client) {
        RegisteredClient renewed = client.with("secret", newSecret());
        clients.put(renewed);
        return JsonAnswer.ok(Map.of("type", "secret", "value", renewed.secret()));
    }

    private static String newSecret() {
        return new BigInteger(SECRET_BITS, RANDOM).toString(36);
    }

    private static Map<String, Object> parsed(String body) {
        try {
            return JsonUtil.parseJson(body);
        } catch (JoseException e) {
            throw new IllegalArgumentException("Not a client: " + body, e);
        }
    }
}
