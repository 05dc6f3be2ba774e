package dev.vetrina.kit.security;

import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever sent the request, as the verified access token says. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private boolean asAnybody;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's subject: a pseudonymous id. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    public boolean is(String role) {
        return identity.hasRole(role) && !(asAnybody && Roles.PARTNERS.contains(role));
    }

    /** Whether the token is one of those that may do only what their scopes say. */
    public boolean isPartner() {
        return Roles.PARTNERS.stream().anyMatch(this::is);
    }

    public boolean hasScope(String scope) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && token.<Object>claim("scope")
                        .map(claim -> List.of(claim.toString().split(" ", -1)).contains(scope))
                        .orElse(false);
    }

    /** From here on a partner is only who it would be without being one: it lacks the scope for what it may see besides. */
    public void actAsAnybody() {
        asAnybody = true;
    }

    /** The brand for which the caller acts, if it acts for one. */
    public Optional<UUID> brandId() {
        if (is(Roles.BRAND) && identity.getPrincipal() instanceof JsonWebToken token) {
            return token.<Object>claim("brand_id").map(Object::toString).map(Caller::toId);
        }
        return Optional.empty();
    }

    /** Whether the caller is an operator or acts for this brand. */
    public boolean actsFor(UUID brandId) {
        return is(Roles.OPERATOR) || brandId().filter(brandId::equals).isPresent();
    }

    /** @throws ProblemException 403 unless the caller {@link #actsFor acts for} this brand */
    public void requireBrand(UUID brandId) {
        if (!actsFor(brandId)) {
            throw ProblemException.forbidden("This belongs to another brand.");
        }
    }

    private static UUID toId(String claim) {
        try {
            return UUID.fromString(claim);
        } catch (IllegalArgumentException e) {
            throw ProblemException.forbidden("The access token's brand_id is not a UUID.");
        }
    }
}
