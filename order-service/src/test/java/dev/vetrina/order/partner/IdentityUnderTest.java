package dev.vetrina.order.partner;

import dev.vetrina.testkit.identity.IdentityServer;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The provider with which a test speaks: the local identity server, or the Keycloak that the system properties
 * {@code identity.issuer} and {@code identity.admin} ({@code client:secret}) name.
 */
record IdentityUnderTest(
        String issuer,
        String adminId,
        String adminSecret,
        @Nullable IdentityServer local) implements AutoCloseable {

    static IdentityUnderTest start() {
        String issuer = System.getProperty("identity.issuer");
        if (issuer == null) {
            IdentityServer server = IdentityServer.start().addAdministrator("onboarding", "its-secret");
            return new IdentityUnderTest(server.issuer(), "onboarding", "its-secret", server);
        }
        String[] admin = System.getProperty("identity.admin", "vetrina-onboarding:vetrina-onboarding-secret")
                .split(":", 2);
        return new IdentityUnderTest(issuer, admin[0], admin[1], null);
    }

    KeycloakAdmin admin() {
        return admin(adminSecret);
    }

    KeycloakAdmin admin(String secret) {
        return new KeycloakAdmin(
                URI.create(tokenUrl()), URI.create(issuer.replace("/realms/", "/admin/realms/")), adminId, secret);
    }

    String tokenUrl() {
        return issuer + "/protocol/openid-connect/token";
    }

    String keysUrl() {
        return issuer + "/protocol/openid-connect/certs";
    }

    @Override
    public void close() {
        if (local != null) {
            local.close();
        }
    }
}
