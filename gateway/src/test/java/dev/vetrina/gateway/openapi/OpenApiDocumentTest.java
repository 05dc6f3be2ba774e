package dev.vetrina.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Makes the document of the whole API from what the builds of the services have stored, and compares it with the committed
 * one. {@code -Dopenapi.write=true} writes it instead.
 */
class OpenApiDocumentTest {

    private static final Path COMMITTED = Path.of("../docs/openapi.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theCommittedDocumentIsThatOfTheServices() throws IOException {
        JsonNode merged = WholeDocument.make();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, WholeDocument.YAML.writeValueAsString(merged));
        }
        JsonNode committed = WholeDocument.YAML.readTree(Files.readString(COMMITTED));
        assertThat(committed)
                .as("docs/openapi.yaml is not what the services are. If their change is meant, build them and run"
                        + " `./mvnw test -f gateway -Dtest=OpenApiDocumentTest -Dopenapi.write=true`, then read and"
                        + " commit the difference.")
                .isEqualTo(merged);
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryAndSaysWhoMayCallIt() throws IOException {
        List<String> operationIds = new ArrayList<>();
        for (var path : WholeDocument.make().path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                JsonNode operation = method.getValue();
                if (operation.has("responses")) {
                    String name = method.getKey() + " " + path.getKey();
                    assertThat(operation.path("summary").asText()).as(name).isNotBlank();
                    assertThat(operation.has("security")).as(name).isTrue();
                    operationIds.add(operation.path("operationId").asText());
                }
            }
        }
        assertThat(operationIds).doesNotHaveDuplicates().doesNotContain("").contains("watchFeed");
    }

    @Test
    void everyOperationHasARuleOfWhoMayCallIt() throws IOException {
        for (var path : WholeDocument.make().path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (method.getValue().has("responses")) {
                    String name = method.getKey() + " " + path.getKey();
                    assertThat(AccessRule.faultOf(method.getValue())).as(name).isEmpty();
                }
            }
        }
    }

    @Test
    void anOperationWithoutARuleIsFound() throws IOException {
        assertThat(AccessRule.faultOf(JSON.readTree("{\"security\":[]}"))).contains("x-vetrina-roles");
        assertThat(AccessRule.faultOf(JSON.readTree("{\"security\":[],\"x-vetrina-roles\":[\"everyone\",\"brand\"]}")))
                .contains("everyone");
        assertThat(AccessRule.faultOf(JSON.readTree("{\"security\":[],\"x-vetrina-roles\":[\"operator\"]}")))
                .contains("token");
        assertThat(AccessRule.faultOf(JSON.readTree(
                        "{\"security\":[{\"openIdConnect\":[]}],\"x-vetrina-roles\":[\"brand\",\"operator\"]}")))
                .contains("scope");
        assertThat(AccessRule.faultOf(JSON.readTree(
                        "{\"security\":[{\"openIdConnect\":[\"a:b\"]}],\"x-vetrina-roles\":[\"brand\"]}")))
                .isEmpty();
    }

    @Test
    void twoShapesOfOneNameAreRefused() throws IOException {
        ApiDocument document = new ApiDocument(WholeDocument.frame());
        document.add("one", JSON.readTree("{\"components\":{\"schemas\":{\"Thing\":{\"type\":\"string\"}}}}"));
        document.add("two", JSON.readTree("{\"components\":{\"schemas\":{\"Thing\":{\"type\":\"string\"}}}}"));
        JsonNode other = JSON.readTree("{\"components\":{\"schemas\":{\"Thing\":{\"type\":\"integer\"}}}}");
        assertThatThrownBy(() -> document.add("three", other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("three: schemas Thing");
    }
}
