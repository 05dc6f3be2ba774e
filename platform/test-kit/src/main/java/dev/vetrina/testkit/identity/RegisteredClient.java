package dev.vetrina.testkit.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A client as Keycloak's administration describes it: of the whole representation, only what makes the token is looked at.
 *
 * @param id Keycloak's own, by which the administration addresses it
 */
record RegisteredClient(String id, Map<String, Object> representation) {

    /** The default scope that brings the audience, and the claims that are not the client's own. */
    private static final String BASE_SCOPE = "vetrina";

    String clientId() {
        return text(representation, "clientId");
    }

    String secret() {
        return text(representation, "secret");
    }

    RegisteredClient with(String field, Object value) {
        Map<String, Object> changed = new HashMap<>(representation);
        changed.put(field, value);
        return new RegisteredClient(id, changed);
    }

    Account account() {
        Set<String> scopes = new TreeSet<>();
        list("defaultClientScopes").forEach(scope -> scopes.add(scope.toString()));
        scopes.remove(BASE_SCOPE);
        Set<String> roles = new TreeSet<>();
        String brandId = null;
        for (Object mapper : list("protocolMappers")) {
            Map<?, ?> config = (Map<?, ?>) ((Map<?, ?>) mapper).get("config");
            switch (text((Map<?, ?>) mapper, "protocolMapper")) {
                case "oidc-hardcoded-role-mapper" -> roles.add(text(config, "role"));
                case "oidc-hardcoded-claim-mapper" ->
                    brandId = text(config, "claim.name").equals("brand_id") ? text(config, "claim.value") : brandId;
                default -> {
                    // The others of the project's realm give every token the same.
                }
            }
        }
        return new Account(id, roles, scopes, brandId);
    }

    private List<?> list(String field) {
        return representation.get(field) instanceof List<?> list ? list : List.of();
    }

    private static String text(@Nullable Map<?, ?> object, String field) {
        Object value = object == null ? null : object.get(field);
        return value == null ? "" : value.toString();
    }
}
