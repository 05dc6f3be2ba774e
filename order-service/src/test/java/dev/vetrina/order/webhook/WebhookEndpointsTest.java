package dev.vetrina.order.webhook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.destination.ScriptedNames;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
class WebhookEndpointsTest {

    private static final String URL = "http://127.0.0.1:9/hooks";

    @Test
    void theSecretIsShownWhenItIsMadeAndNeverAgain() {
        UUID brandId = Ids.next();
        Hooks.create(brandId, URL, List.of("order.paid"))
                .then()
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .body("endpoint.eventTypes", equalTo(List.of("order.paid")))
                .body("endpoint.status", equalTo("ENABLED"));

        Api.as(Tokens.brand(brandId))
                .get("/v1/webhook-endpoints")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].url", equalTo(URL))
                .body("toString()", not(containsString("whsec_")));
    }

    @Test
    void aRegistrationThatIsRepeatedIsRefused() {
        Hook hook = Hooks.created(Ids.next(), URL);

        Hooks.create(hook.brandId(), URL, List.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-endpoint-exists"));
    }

    @Test
    void aBrandHasOnlySoMany() {
        UUID brandId = Ids.next();
        for (int i = 0; i < 20; i++) {
            Hook _ = Hooks.created(brandId, URL + i);
        }

        Hooks.create(brandId, URL, List.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-webhook-endpoints"))
                .body("limit", equalTo(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "127.0.0.1/hooks",
                "https://",
                "http://user:pass@127.0.0.1/",
                "http://127.0.0.1/#top",
                "http://127.0.0.1:70000/",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "https://inside.test/",
                "http://127.0.0.2/",
                "http://not a url/"
            })
    void whereNothingMustBeSentIsRefusedByName(String url) {
        ScriptedNames.point("inside.test", "192.168.0.7");

        Hooks.create(Ids.next(), url, List.of())
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-input"))
                .body("violations[0].field", equalTo("url"));
    }

    @Test
    void aTypeThatIsNoneIsRefused() {
        Hooks.create(Ids.next(), URL, List.of("order.paid", "order.dreamt"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("eventTypes[1]"));
    }

    @Test
    void whatIsAnotherBrandsIsNotThere() {
        Hook hook = Hooks.created(Ids.next(), URL);
        String other = Tokens.brand(Ids.next());

        Api.as(other).get("/v1/webhook-endpoints/{id}", hook.id()).then().statusCode(404);
        Api.as(other)
                .header("If-Match", "\"0\"")
                .delete("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(404);
        for (String command : List.of("test", "enable", "disable", "rotate-secret")) {
            Api.as(other)
                    .body(Map.of())
                    .post("/v1/webhook-endpoints/{id}/" + command, hook.id())
                    .then()
                    .statusCode(404);
        }
        Api.as(other)
                .body(Map.of("since", "2026-01-01T00:00:00Z"))
                .post("/v1/webhook-endpoints/{id}/replay", hook.id())
                .then()
                .statusCode(404);
        Api.as(other)
                .body(Map.of("url", URL, "brandId", hook.brandId()))
                .post("/v1/webhook-endpoints")
                .then()
                .statusCode(403);
        Api.as(other).get("/v1/webhook-endpoints").then().body("items", hasSize(0));
        Api.as(Tokens.customer("ann")).get("/v1/webhook-endpoints").then().statusCode(403);
    }

    @Test
    void anOperatorSaysWhoseItIs() {
        UUID brandId = Ids.next();

        Api.as(Tokens.operator())
                .body(Map.of("url", URL))
                .post("/v1/webhook-endpoints")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("brandId"));
        Api.as(Tokens.operator())
                .body(Map.of("url", URL, "brandId", brandId))
                .post("/v1/webhook-endpoints")
                .then()
                .statusCode(201)
                .body("endpoint.brandId", equalTo(brandId.toString()));
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        Hook hook = Hooks.created(Ids.next(), URL);
        String token = Tokens.brand(hook.brandId());
        Map<String, Object> change = Map.of("url", URL + "/new", "eventTypes", List.of("stock.low"));

        Api.as(token)
                .body(change)
                .put("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(428);
        Api.as(token)
                .header("If-Match", "\"7\"")
                .body(change)
                .put("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(412);
        String etag = Api.as(token)
                .header("If-Match", "\"0\"")
                .body(change)
                .put("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(200)
                .body("url", equalTo(URL + "/new"))
                .body("eventTypes", equalTo(List.of("stock.low")))
                .extract()
                .header("ETag");
        Api.as(token)
                .header("If-Match", "\"0\"")
                .delete("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(412);
        Api.as(token)
                .header("If-Match", etag)
                .delete("/v1/webhook-endpoints/{id}", hook.id())
                .then()
                .statusCode(204);
        Api.as(token).get("/v1/webhook-endpoints/{id}", hook.id()).then().statusCode(404);
    }

    @Test
    void notMoreThanFiveSecretsSignAtOnceUnlessTheOldOnesEndNow() {
        Hook hook = Hooks.created(Ids.next(), URL);
        for (int i = 0; i < 4; i++) {
            Hooks.post(hook, "rotate-secret", Map.of())
                    .then()
                    .statusCode(200)
                    .body("previousExpiresAt", notNullValue());
        }

        Hooks.post(hook, "rotate-secret", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-webhook-secrets"));
        Hooks.post(hook, "rotate-secret", Map.of("previousValidSeconds", 0))
                .then()
                .statusCode(200);
        Hooks.post(hook, "rotate-secret", Map.of("previousValidSeconds", 86_401))
                .then()
                .statusCode(422);
    }

    @Test
    void everyTypeIsListedWithAnExample() {
        Api.as(Tokens.brand(Ids.next()))
                .get("/v1/webhook-event-types")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("order.paid", "stock.low", "deal.armed", "endpoint.disabled"))
                .body("items.find { it.code == 'order.paid' }.example.data.lines", hasSize(1));
    }
}
