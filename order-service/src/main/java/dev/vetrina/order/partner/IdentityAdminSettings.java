package dev.vetrina.order.partner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The account at the identity provider, a Keycloak, that makes partners' clients. */
@ConfigMapping(prefix = "vetrina.identity.admin")
interface IdentityAdminSettings {

    /** A client with a service account that may manage the realm's clients, and nothing else. */
    @WithDefault("vetrina-onboarding")
    String clientId();

    /** Without one there is no onboarding. */
    Optional<String> clientSecret();

    /** The realm's administration; by default where Keycloak has it, beside {@code quarkus.oidc.auth-server-url}. */
    Optional<URI> url();
}
