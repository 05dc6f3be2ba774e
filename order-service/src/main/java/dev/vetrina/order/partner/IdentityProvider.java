package dev.vetrina.order.partner;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the identity provider is, as this installation is configured. */
@ApplicationScoped
class IdentityProvider {

    private static final String REALMS = "/realms/";
    private static final String TOKEN = "/protocol/openid-connect/token";

    private final IdentityAdminSettings settings;
    private final String realm;
    private final String issuer;

    IdentityProvider(
            IdentityAdminSettings settings,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> realm,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer) {
        this.settings = settings;
        this.realm = realm.orElse("");
        this.issuer = issuer.orElse(this.realm);
    }

    /** Where a partner gets its tokens: under the name that the outside knows. */
    String tokenUrl() {
        return issuer + TOKEN;
    }

    /** @throws ProblemException 503 that names the setting that is missing */
    KeycloakAdmin admin() {
        String secret = settings.clientSecret()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> notConfigured("vetrina.identity.admin.client-secret"));
        return new KeycloakAdmin(URI.create(realm + TOKEN), administration(), settings.clientId(), secret);
    }

    private URI administration() {
        return settings.url().orElseGet(() -> {
            if (!realm.contains(REALMS)) {
                throw notConfigured("vetrina.identity.admin.url");
            }
            return URI.create(realm.replace(REALMS, "/admin" + REALMS));
        });
    }

    private static ProblemException notConfigured(String setting) {
        return ProblemException.unavailable(
                        "onboarding-not-configured",
                        "Partners' clients cannot be made here: the setting " + setting + " is missing.",
                        Duration.ofMinutes(5))
                .with("setting", setting);
    }
}
