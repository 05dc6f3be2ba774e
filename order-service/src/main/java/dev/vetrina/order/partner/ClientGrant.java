package dev.vetrina.order.partner;

import dev.vetrina.kit.security.Roles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client as it is to be at the identity provider. */
record ClientGrant(String clientId, String name, UUID brandId, List<String> scopes) {

    /** The scope of the realm that brings audience, subject and roles into a token. */
    private static final String BASE_SCOPE = "vetrina";

    /**
     * As Keycloak takes it. Role and brand are written into the client itself: so one call makes it whole, and whoever makes it need
     * not be allowed to change users.
     */
    Map<String, Object> representation() {
        List<String> defaultScopes = new ArrayList<>(List.of(BASE_SCOPE));
        defaultScopes.addAll(scopes);
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", clientId);
        client.put("name", name);
        client.put("protocol", "openid-connect");
        client.put("enabled", true);
        client.put("publicClient", false);
        client.put("clientAuthenticatorType", "client-secret");
        client.put("serviceAccountsEnabled", true);
        client.put("standardFlowEnabled", false);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("fullScopeAllowed", false);
        client.put("defaultClientScopes", defaultScopes);
        client.put("optionalClientScopes", List.of());
        client.put("protocolMappers", List.of(role(), brand()));
        return client;
    }

    private static Map<String, Object> role() {
        return mapper("role of a partner", "oidc-hardcoded-role-mapper", Map.of("role", Roles.BRAND));
    }

    private Map<String, Object> brand() {
        return mapper(
                "brand of the partner",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "brand_id",
                        "claim.value", brandId.toString(),
                        "jsonType.label", "String",
                        "access.token.claim", "true",
                        "id.token.claim", "false",
                        "userinfo.token.claim", "false",
                        "introspection.token.claim", "true"));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
