package dev.vetrina.kit.security;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.IdentityServer;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A service that starts while the identity provider is away becomes ready, and verifies tokens once it is back. */
@QuarkusTest
class ProviderOutageTest {

    private static final String CALLER = "/v1/late/caller";

    private final URI provider = ConfigProvider.getConfig().getValue("quarkus.oidc.late.auth-server-url", URI.class);

    @Test
    void tokensAreCheckedAsSoonAsTheProviderIsThere() {
        assertThat(Api.anonymous().get("/q/health/ready").statusCode()).isEqualTo(200);
        var early = Api.as(Tokens.operator()).get(CALLER);
        problem(early, 503, "temporarily-unavailable");
        assertThat(early.header("Retry-After")).isEqualTo("1");
        problem(Api.anonymous().get(CALLER), 401, "unauthenticated");

        try (IdentityServer back = IdentityServer.start(provider.getPort(), null)) {
            String token = back.token(Account.operator());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(Api.as(token).get(CALLER).statusCode()).isEqualTo(200));
            problem(Api.as(Tokens.operator()).get(CALLER), 401, "unauthenticated");
            onlyItsOwnTokensAreTakenAlsoIfAnotherProvidersAreKnown();
        }
    }

    private static void onlyItsOwnTokensAreTakenAlsoIfAnotherProvidersAreKnown() {
        String known = Tokens.operator();
        assertThat(Api.as(known).get("/v1/operations/trial/outbox").statusCode())
                .isEqualTo(200);
        problem(Api.as(known).get(CALLER), 401, "unauthenticated");
    }
}
