package dev.vetrina.localstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.contract.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedAnswersTest {

    private static final String MUG = """
            {"id": "0193b5a0-0000-7000-8000-000000000001", "price": 1999, "note": null}
            """;

    private final DocumentedAnswers answers = DocumentedAnswers.of("""
            openapi: 3.1.0
            paths:
              /v1/mugs/{id}:
                get:
                  responses:
                    "200":
                      content:
                        application/json:
                          schema:
                            $ref: "#/components/schemas/Mug"
                    "404":
                      content:
                        application/problem+json:
                          schema:
                            type: object
                            required: [code]
                delete:
                  responses:
                    "204":
                      description: Gone
              /v1/mugs/broken:
                get:
                  responses:
                    "200":
                      content:
                        text/csv: {}
            components:
              schemas:
                Mug:
                  type: object
                  required: [id, price]
                  properties:
                    id:
                      $ref: "#/components/schemas/UUID"
                    price:
                      type: integer
                    note:
                      type: [string, "null"]
                UUID:
                  type: string
                  format: uuid
            """);

    DocumentedAnswersTest() throws IOException {}

    @Test
    void anAnswerAsDocumentedIsRight() {
        assertThat(judge("GET", "/v1/mugs/1", 200, "application/json;charset=UTF-8", MUG))
                .isEmpty();
        assertThat(judge("DELETE", "/v1/mugs/1", 204, "", "")).isEmpty();
        assertThat(judge("GET", "/v1/mugs/broken", 200, "text/csv", "id\n")).isEmpty();
    }

    @Test
    void whatTheDocumentDoesNotSayIsWrong() {
        assertThat(judge("GET", "/v1/cups", 200, "application/json", "{}"))
                .containsExactly("the path is not documented");
        assertThat(judge("GET", "/v1/mugs/1", 500, "application/json", "{}"))
                .containsExactly("the status is not documented");
        assertThat(judge("GET", "/v1/mugs/1", 404, "text/html", "<p>"))
                .containsExactly("the media type 'text/html' is not documented");
        assertThat(judge("DELETE", "/v1/mugs/1", 204, "application/json", "{}"))
                .containsExactly("a body is not documented");
    }

    @Test
    void aBodyOfAnotherShapeIsWrong() {
        assertThat(judge("GET", "/v1/mugs/1", 200, "application/json", "{\"id\": \"one\", \"price\": \"1999\"}"))
                .hasSize(2)
                .anyMatch(wrong -> wrong.contains("/id"))
                .anyMatch(wrong -> wrong.contains("/price"));
        assertThat(judge("GET", "/v1/mugs/1", 404, "application/problem+json", "{}"))
                .singleElement()
                .asString()
                .contains("code");
        assertThat(judge("GET", "/v1/mugs/1", 200, "application/json", "no JSON"))
                .isNotEmpty();
    }

    private List<String> judge(String method, String path, int status, String type, String body) {
        return answers.apply(new Exchange(
                method,
                URI.create(path),
                status,
                HttpHeaders.of(
                        type.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(type)), (name, value) -> true),
                body));
    }
}
