package dev.vetrina.kit.security;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of quarkus-oidc, which verifies every token anew (its own cache is for introspection and user info only):
 * asked first, it knows the bearers of {@link VerifiedTokens}; whoever it does not know is left to quarkus-oidc, and
 * remembered if that has let the token pass.
 */
@ApplicationScoped
class TokenReuse implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    /** Marks an identity that comes from here: it is not remembered again, or it would never be verified again. */
    private static final String REUSED = TokenReuse.class.getName();

    private final VerifiedTokens verified;

    TokenReuse(VerifiedTokens verified) {
        this.verified = verified;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before quarkus-oidc, which has the usual priority of those that are not the system's. */
    @Override
    public int priority() {
        return 2 * IdentityProvider.SYSTEM_FIRST;
    }

    /** Null for a token that is not known: the next provider is asked then. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential credential)) {
            return Uni.createFrom().nullItem();
        }
        Optional<SecurityIdentity> bearer = key(
                        HttpSecurityUtils.getRoutingContextAttribute(request), credential.getToken())
                .flatMap(verified::bearer);
        return bearer.isPresent()
                ? Uni.createFrom().item(bearer.get())
                : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (identity.getPrincipal() instanceof JsonWebToken claims && identity.getAttribute(REUSED) == null) {
            key(HttpSecurityUtils.getRoutingContextAttribute(attributes), claims.getRawToken())
                    .ifPresent(key -> verified.remember(
                            key, reusable(identity), Instant.ofEpochSecond(claims.getExpirationTime())));
        }
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    /** None for a token that is bound to its sender: who sends it has to be checked every time. */
    private static Optional<VerifiedTokens.Key> key(@Nullable RoutingContext request, String token) {
        return Optional.ofNullable(request)
                .map(known -> known.<OidcTenantConfig>get(OidcTenantConfig.class.getName()))
                .filter(TokenReuse::takesBareTokens)
                .map(tenant -> new VerifiedTokens.Key(tenant.tenantId().orElse(""), token));
    }

    private static boolean takesBareTokens(OidcTenantConfig tenant) {
        return tenant.token().authorizationScheme().equalsIgnoreCase("Bearer")
                && !tenant.token().binding().certificate();
    }

    /** A copy without what belongs to the one request with which the token came. */
    private static SecurityIdentity reusable(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder copy = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addPermissions(identity.getPermissions())
                .addCredentials(identity.getCredentials())
                .addAttribute(REUSED, true);
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext || value instanceof AuthenticationRequestContext)) {
                copy.addAttribute(name, value);
            }
        });
        return copy.build();
    }
}
