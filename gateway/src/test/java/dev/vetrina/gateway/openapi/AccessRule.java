package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What an operation must say of who may call it. */
final class AccessRule {

    private static final Set<String> ROLES = Set.of("brand", "creator", "customer", "finance", "moderator", "operator");
    private static final Set<String> PARTNERS = Set.of("brand", "finance");
    private static final String EVERYONE = "everyone";

    private AccessRule() {}

    /** What is missing or contradicts itself; empty if nothing. */
    static String faultOf(JsonNode operation) {
        Set<String> roles = new HashSet<>();
        operation.path("x-vetrina-roles").forEach(role -> roles.add(role.asText()));
        if (roles.isEmpty()) {
            return "has no x-vetrina-roles: annotate it with @RolesAllowed or @PermitAll";
        }
        if (roles.contains(EVERYONE)) {
            return roles.size() == 1 ? publicFault(operation) : "is for everyone and yet for some";
        }
        if (!ROLES.containsAll(roles)) {
            return "is for a role that there is not";
        }
        JsonNode token = operation.path("security").path(0).path("openIdConnect");
        if (operation.path("security").size() != 1 || token.isMissingNode()) {
            return "has roles, but can be called without a token";
        }
        return token.isEmpty() && roles.stream().anyMatch(PARTNERS::contains)
                ? "can be called by partners and names no scope: annotate it with @NeedsScope"
                : "";
    }

    private static String publicFault(JsonNode operation) {
        JsonNode security = operation.path("security");
        return security.isEmpty() || security.path(0).isEmpty() ? "" : "is for everyone, but takes a token";
    }
}
