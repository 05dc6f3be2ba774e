package dev.vetrina.order.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.WebhookEndpoints;
import dev.vetrina.order.webhook.destination.ScriptedNames;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of an account that could not be made. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class UnfinishedPartnerClientTest {

    private static final String URL = "https://93.184.216.34/hooks";

    @Inject
    PartnerOnboarding onboarding;

    @Inject
    PartnerClients clients;

    @Inject
    IdentityAdminSettings settings;

    @Inject
    IdentityProvider provider;

    @Inject
    WebhookEndpoints webhooks;

    private final String requestId = Ids.next().toString();
    private UUID brand;

    @BeforeEach
    void aBrandIsKnown() {
        brand = Catalogue.known(1_000).brandId();
    }

    /** The key is free again after a 503, and so a mended request comes under it. */
    @Test
    void whatWasBegunWhileTheProviderWasAwayIsFinishedAsItWasAskedForOnly() {
        Optional<String> nowhere = Optional.of("http://127.0.0.1:1/realms/vetrina");
        PartnerOnboarding away =
                new PartnerOnboarding(clients, new IdentityProvider(settings, nowhere, nowhere), webhooks);
        PartnerClientRequest first = request(brand, "ERP", "catalog:write", "finance:read");
        assertThatThrownBy(() -> away.onboard(requestId, first, "op")).isInstanceOf(ProblemException.class);

        List<PartnerClientRequest> others = List.of(
                request(brand, "ERP", "orders:read"),
                request(brand, "Warehouse", "catalog:write", "finance:read"),
                request(Catalogue.known(1_000).brandId(), "ERP", "catalog:write", "finance:read"));
        for (PartnerClientRequest other : others) {
            assertThatThrownBy(() -> onboarding.onboard(requestId, other, "op"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("idempotency-key-reused"));
        }
        listed().body("items.status", equalTo(List.of("PENDING")));

        PartnerClientView made = onboarding.onboard(requestId, first, "op").client();
        assertThat(made.status()).isEqualTo(PartnerClientStatus.ACTIVE);
        assertThat(made.scopes()).containsExactly("catalog:write", "finance:read");
        listed().body("items.id", equalTo(List.of(made.id().toString())));
    }

    @Test
    void aWebhookThatIsThereAlreadyLeavesNothingBehind() {
        Hooks.create(brand, URL, List.of("order.paid")).then().statusCode(201);

        Api.as(Tokens.operator())
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "brandId",
                        brand,
                        "name",
                        "ERP",
                        "scopes",
                        List.of("orders:read"),
                        "webhook",
                        Map.of("url", URL, "eventTypes", List.of("order.paid"))))
                .post("/v1/partner-clients")
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-endpoint-exists"));
        listed().body("items.size()", equalTo(0));
    }

    @Test
    void whatIsInUseIsFoundAgainWhenItsWebhooksNameIsNot() {
        ScriptedNames.point("found.test", "93.184.216.34");
        PartnerClientView made =
                onboarding.onboard(requestId, hooked("found.test"), "op").client();
        ScriptedNames.point("found.test", "192.168.0.7");

        assertThat(onboarding.onboard(requestId, hooked("found.test"), "op").client())
                .isEqualTo(made);
        listed().body("items.status", equalTo(List.of("ACTIVE")));
    }

    @Test
    void whatIsRefusedAfterACrashLeavesNothingBehindAtTheProvider() {
        ClientGrant grant =
                clients.begin(requestId, hooked("crashed.test"), "op").grant();
        String _ = provider.admin().make(grant);
        ScriptedNames.point("crashed.test", "192.168.0.7");

        assertThatThrownBy(() -> onboarding.onboard(requestId, hooked("crashed.test"), "op"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(422));

        assertThat(provider.admin().renewSecret(grant.clientId())).isEmpty();
        listed().body("items.size()", equalTo(0));
    }

    private PartnerClientRequest hooked(String host) {
        return new PartnerClientRequest(
                brand,
                "ERP",
                List.of("orders:read"),
                new PartnerClientRequest.Webhook("https://" + host + "/hooks", List.of("order.paid")));
    }

    private static PartnerClientRequest request(UUID brandId, String name, String... scopes) {
        return new PartnerClientRequest(brandId, name, List.of(scopes), null);
    }

    private ValidatableResponse listed() {
        return Api.as(Tokens.operator())
                .queryParam("brandId", brand)
                .get("/v1/partner-clients")
                .then()
                .statusCode(200);
    }
}
