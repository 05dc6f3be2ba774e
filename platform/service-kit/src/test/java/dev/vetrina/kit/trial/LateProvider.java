package dev.vetrina.kit.trial;

import dev.vetrina.testkit.server.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * An identity provider that is away while the service starts, for everything below /v1/late. Its settings are those that
 * the kit gives every service for its one provider.
 */
public final class LateProvider implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String tenant = "quarkus.oidc.late.";
        return Map.of(
                tenant + "auth-server-url", "http://127.0.0.1:" + FreePort.find() + "/realms/vetrina",
                tenant + "tenant-paths", "/v1/late/*",
                tenant + "application-type", "${quarkus.oidc.application-type}",
                tenant + "token.audience", "${quarkus.oidc.token.audience}",
                tenant + "roles.role-claim-path", "${quarkus.oidc.roles.role-claim-path}",
                tenant + "connection-delay", "${quarkus.oidc.connection-delay}");
    }

    @Override
    public void stop() {}
}
