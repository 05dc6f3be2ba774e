package dev.vetrina.gateway.identity;

import dev.vetrina.kit.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whose token a request carries.
 *
 * @param client the program that was given the token
 * @param isBrand whether it speaks for a brand
 */
public record Bearer(String subject, @Nullable String client, boolean isBrand) {

    private static final String KEY = Bearer.class.getName();

    static void remember(RoutingContext request, SecurityIdentity accepted) {
        if (accepted.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            String party = text(token, "azp");
            String client = party != null ? party : text(token, "client_id");
            request.put(KEY, new Bearer(token.getSubject(), client, accepted.hasRole(Roles.BRAND)));
        }
    }

    /** Null for a request without a token. */
    public static @Nullable Bearer of(RoutingContext request) {
        return request.get(KEY);
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value == null ? null : value.toString();
    }
}
