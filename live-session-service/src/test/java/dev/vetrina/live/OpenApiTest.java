package dev.vetrina.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void everyOperationSaysWhatItDoes() {
        JsonNode document = new ObjectMapper()
                .valueToTree(
                        Api.anonymous().get("/q/openapi?format=json").jsonPath().getMap("$"));
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths").forEach(path -> path.forEach(operations::add));

        assertThat(operations)
                .hasSizeGreaterThan(10)
                .allSatisfy(operation -> assertThat(List.of("operationId", "summary", "description"))
                        .as(operation.toPrettyString())
                        .allSatisfy(member ->
                                assertThat(operation.path(member).asText()).isNotBlank()));
    }
}
