package dev.vetrina.order.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.kit.problem.ProblemException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes and removes clients of a realm over Keycloak's administration. Every method may be repeated. */
final class KeycloakAdmin {

    private final AdminCalls calls = new AdminCalls();
    private final URI tokenUrl;
    private final String clients;
    private final String clientId;
    private final String clientSecret;

    /** @param administration of the realm, such as {@code https://id.example.com/admin/realms/vetrina} */
    KeycloakAdmin(URI tokenUrl, URI administration, String clientId, String clientSecret) {
        this.tokenUrl = tokenUrl;
        this.clients = administration + "/clients";
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /**
     * Makes a client unless an earlier attempt has made it, and gives it a new secret: nobody knows who has seen an earlier one.
     *
     * @return the secret
     * @throws ProblemException 503 if the provider is away, or refuses this service
     */
    String make(ClientGrant grant) {
        String token = token();
        Optional<String> known = find(grant.clientId(), token);
        if (known.isEmpty()) {
            // 409: somebody else has made it meanwhile.
            AdminCalls.Answer _ = calls.send(
                    authorised(URI.create(clients), token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(calls.json(grant.representation()))),
                    201,
                    409);
        }
        return known.or(() -> find(grant.clientId(), token))
                .map(id -> newSecret(id, token))
                .orElseThrow(
                        () -> AdminCalls.misunderstood("It has no client " + grant.clientId() + " after making it."));
    }

    /** A new secret, or empty if there is no such client; the old one is void at once. */
    Optional<String> renewSecret(String name) {
        String token = token();
        return find(name, token).map(id -> newSecret(id, token));
    }

    /** Harmless for a client that is not there (any more). */
    void remove(String name) {
        String token = token();
        find(name, token)
                .ifPresent(id -> calls.send(authorised(client(id), token).DELETE(), 204, 404));
    }

    private Optional<String> find(String name, String token) {
        URI query = URI.create(clients + "?clientId=" + encoded(name));
        JsonNode found = calls.send(authorised(query, token).GET(), 200).json();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).path("id").asText());
    }

    private String newSecret(String id, String token) {
        URI secret = URI.create(client(id) + "/client-secret");
        return calls.send(authorised(secret, token).POST(BodyPublishers.noBody()), 200)
                .json()
                .path("value")
                .asText();
    }

    private URI client(String id) {
        return URI.create(clients + "/" + encoded(id));
    }

    private String token() {
        String form = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return calls.send(
                        HttpRequest.newBuilder(tokenUrl)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)),
                        200)
                .json()
                .path("access_token")
                .asText();
    }

    private static HttpRequest.Builder authorised(URI uri, String token) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
