package dev.vetrina.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiDocumentTest {

    private JsonPath document = JsonPath.from("{}");

    @BeforeEach
    void read() {
        document = Api.anonymous().get("/q/openapi?format=json").jsonPath();
    }

    @Test
    void anOperationWithRolesNeedsATokenAndSaysWhichRoles() {
        assertThat(document.getList("paths.'/v1/trials'.post.security"))
                .isEqualTo(List.of(Map.of("openIdConnect", List.of())));
        assertThat(document.getString("paths.'/v1/trials'.post.responses.'403'.description"))
                .contains("customer or operator");
        assertThat(document.getList("paths.'/v1/operations/{service}/outbox'.get.security"))
                .as("with the roles on the class")
                .isNotEmpty();
        assertThat(document.getMap("components.securitySchemes.openIdConnect"))
                .containsEntry("type", "openIdConnect")
                .containsKey("openIdConnectUrl");
    }

    @Test
    void aPublicOperationNeedsNone() {
        assertThat(document.getList("paths.'/v1/trials/{id}'.get.security")).isEmpty();
        assertThat(document.getList("paths.'/v1/trials/{id}'.get.'x-vetrina-roles'"))
                .isEqualTo(List.of("everyone"));
        assertThat(document.getMap("paths.'/v1/trials/{id}'.get.responses")).doesNotContainKeys("401", "403");
    }

    @Test
    void anOperationSaysWhichScopeAPartnersTokenNeeds() {
        assertThat(document.getList("paths.'/v1/ledgers'.get.security"))
                .isEqualTo(List.of(Map.of("openIdConnect", List.of("finance:read"))));
        assertThat(document.getList("paths.'/v1/ledgers'.get.'x-vetrina-roles'"))
                .isEqualTo(List.of("brand", "customer", "finance", "operator"));
        assertThat(document.getList("paths.'/v1/ledgers'.post.security"))
                .isEqualTo(List.of(Map.of("openIdConnect", List.of("orders:write"))));
        assertThat(document.getString("paths.'/v1/ledgers'.post.responses.'403'.description"))
                .contains("`orders:write`");
    }

    @Test
    void whatShowsAPartnerMoreThanEverybodyTakesATokenAndNone() {
        assertThat(document.getList("paths.'/v1/trials'.get.security"))
                .isEqualTo(List.of(Map.of(), Map.of("openIdConnect", List.of("catalog:read"))));
        assertThat(document.getList("paths.'/v1/trials'.get.'x-vetrina-roles'")).isEqualTo(List.of("everyone"));
    }

    @Test
    void anOperationThatSaysNothingOfItsCallersHasNoRule() {
        assertThat(document.getMap("paths.'/v1/trials/files'.post")).doesNotContainKeys("security", "x-vetrina-roles");
    }

    @Test
    void everyProblemIsOfTheDocumentedShape() {
        assertThat(document.getMap("components.schemas.Problem.properties"))
                .containsKeys("type", "title", "status", "detail", "instance", "code", "violations");
        assertThat(document.getMap("components.schemas.Violation.properties")).containsKeys("field", "message");
        JsonNode paths = new ObjectMapper().valueToTree(document.getMap("paths"));
        paths.forEach(path -> path.forEach(operation -> operation.path("responses").properties().stream()
                .filter(response -> !response.getKey().startsWith("2"))
                .forEach(response -> assertThat(response.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asText())
                        .as(operation.path("operationId").asText() + " " + response.getKey())
                        .isEqualTo("#/components/schemas/Problem"))));
    }

    @Test
    void theAnswerOfSuccessIsTheDeclaredOne() {
        assertThat(document.getMap("paths.'/v1/trials'.post.responses"))
                .containsKey("201")
                .doesNotContainKey("200");
        assertThat(document.getMap("paths.'/v1/operations/{service}/dead-letters/{id}/replay'.post.responses"))
                .containsKey("204")
                .doesNotContainKeys("200", "201");
    }

    @Test
    void whatIsAlwaysAnsweredIsRequiredAndWhatMayBeNullSaysSo() {
        assertThat(document.getList("components.schemas.Trial.required", String.class))
                .containsExactlyInAnyOrder("id", "name", "quantity", "version");
        assertThat(document.getList("components.schemas.DeadLetter.required", String.class))
                .contains("id", "reason");
        assertThat(document.getList("components.schemas.PageDeadLetterView.required", String.class))
                .as("nextCursor is left out on the last page")
                .containsExactly("items");
        assertThat(document.getList("components.schemas.TrialRequest.required", String.class))
                .as("what is sent keeps its own rules")
                .containsExactlyInAnyOrder("name", "lines");
    }

    @Test
    void headersAreDocumentedWhereTheyAreSent() {
        assertThat(document.getMap("paths.'/v1/trials'.post.responses.'201'.headers"))
                .containsOnlyKeys("ETag", "Location", "Idempotent-Replayed");
        assertThat(document.getMap("paths.'/v1/trials/{id}'.get.responses.'200'.headers"))
                .containsOnlyKeys("ETag");
        assertThat(document.getList("paths.'/v1/trials'.post.parameters.name", String.class))
                .containsExactly("Idempotency-Key");
        assertThat(document.getMap("paths.'/v1/trials/{id}'.put.responses")).containsKeys("412", "428");
    }
}
