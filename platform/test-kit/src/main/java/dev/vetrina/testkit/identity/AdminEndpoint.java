package dev.vetrina.testkit.identity;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        if (path.isEmpty()) {
            return method.equals("GET") ? find(uri.getQuery()) : create(body);
        }
        String[] steps = path.substring(1).split("/", -1);
        Optional<RegisteredClient> found = clients.find(steps[0]);
        if (found.isEmpty()) {
            return JsonAnswer.error(404, "Could not find client");
        }
        return steps.length == 1 ? change(method, found.get(), body) : renewSecret(method, found.get());
    }

    private JsonAnswer find(@Nullable String query) {
        String name = query == null ? "" : query.replaceFirst("^clientId=", "");
        List<String> found = clients.named(URLDecoder.decode(name, StandardCharsets.UTF_8)).stream()
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

    private JsonAnswer change(String method, RegisteredClient client, String body) {
        switch (method) {
            case "DELETE" -> clients.remove(client);
            case "PUT" -> {
                Map<String, Object> changed = new HashMap<>(client.representation());
                changed.putAll(parsed(body));
                clients.put(new RegisteredClient(client.id(), changed));
            }
            default -> {
                return new JsonAnswer(
                        200, JsonAnswer.json(client.with("id", client.id()).representation()));
            }
        }
        return JsonAnswer.noContent();
    }

    private JsonAnswer renewSecret(String method, RegisteredClient client) {
        RegisteredClient renewed = method.equals("POST") ? client.with("secret", newSecret()) : client;
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
