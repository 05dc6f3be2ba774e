package dev.vetrina.gateway.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vetrina.kit.security.VerifiedTokens;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads access tokens without verifying them, which would be most of what a refusal costs. */
@Singleton
public class PresentedTokens {

    private static final String KEY = Presented.class.getName();
    private static final String SCHEME = "Bearer ";
    private static final int JWT_PARTS = 3;

    private final VerifiedTokens verified;
    private final ObjectMapper json;
    private final Clock clock;
    private final int graceSeconds;

    PresentedTokens(
            VerifiedTokens verified,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int graceSeconds) {
        this.verified = verified;
        this.json = json;
        this.clock = clock;
        this.graceSeconds = graceSeconds;
    }

    /** The same for as long as the request lasts. */
    public Presented of(RoutingContext request) {
        Presented found = request.get(KEY);
        if (found == null) {
            found = look(request.request().getHeader(HttpHeaders.AUTHORIZATION));
            request.put(KEY, found);
        }
        return found;
    }

    private Presented look(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Presented.None();
        }
        String token = authorization.substring(SCHEME.length());
        return verified.bearer(new VerifiedTokens.Key(OidcUtils.DEFAULT_TENANT_ID, token))
                .<Presented>map(Presented.Known::new)
                .orElseGet(() -> unknown(claims(token)));
    }

    private Presented unknown(JsonNode claims) {
        JsonNode expires = claims.path("exp");
        long now = clock.instant().getEpochSecond();
        return expires.isNumber() && expires.asLong() < now - graceSeconds
                ? new Presented.Expired()
                : new Presented.Unverified(claims.path("sub").asText(""));
    }

    /** Missing of what is no JWT. */
    private JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != JWT_PARTS) {
            return MissingNode.getInstance();
        }
        try {
            return json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IOException | IllegalArgumentException noClaims) {
            return MissingNode.getInstance();
        }
    }
}
