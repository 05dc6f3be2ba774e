package dev.vetrina.localstack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrismTest {

    @Test
    void whatItFoundIsToldWithItsPlace() {
        assertThat(violations(Map.of("sl-violations", List.of("""
                        [{"location": ["response", "body", "id"], "severity": "Error", "message": "must be string"},
                         {"location": ["response"], "severity": "Warning", "message": "Unable to match the status"}]
                        """))))
                .containsExactly("response/body/id: must be string", "response: Unable to match the status");
    }

    @Test
    void anAnswerWithoutItsHeaderIsRight() {
        assertThat(violations(Map.of("ETag", List.of("\"1\"")))).isEmpty();
    }

    private static List<String> violations(Map<String, List<String>> headers) {
        return Prism.violations(new Exchange(
                "GET", URI.create("/v1/markets"), 200, HttpHeaders.of(headers, (name, value) -> true), "{}"));
    }
}
