package dev.vetrina.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final String SMALL = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            paths:
              /v1/things:
                get:
                  operationId: listThings
                  security: []
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, maximum: 200}}
                  responses: {"200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
                post:
                  operationId: createThing
                  security: [{openIdConnect: ["things:write"]}]
                  x-vetrina-roles: [brand, operator]
                  requestBody:
                    required: true
                    content:
                      application/json: {schema: {$ref: "#/components/schemas/CreateThing"}}
                      application/vnd.things+json: {schema: {$ref: "#/components/schemas/ThingRow"}}
                  responses:
                    "200": {description: There already, content: {application/json: {schema: {$ref: "#/components/schemas/Found"}}}}
                    "201": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
            webhooks:
              thing.made.v1:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/ThingMade"}}}}
                  responses: {"204": {description: Taken}}
            components:
              securitySchemes: {openIdConnect: {type: openIdConnect, openIdConnectUrl: "https://example.com/.well-known/openid-configuration"}}
              schemas:
                Thing:
                  type: object
                  required: [id, count, size, note]
                  properties:
                    id: {type: string}
                    count: {type: integer}
                    size: {$ref: "#/components/schemas/Size"}
                    note: {type: [string, "null"]}
                    maker: {anyOf: [{$ref: "#/components/schemas/Maker"}, {type: "null"}]}
                CreateThing:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, minLength: 1, maxLength: 80}
                    count: {type: integer, exclusiveMinimum: 0}
                    size: {$ref: "#/components/schemas/NewSize"}
                    tags: {type: array, maxItems: 5, items: {type: string}}
                    maker: {anyOf: [{$ref: "#/components/schemas/NewMaker"}, {type: "null"}]}
                ThingRow: {type: object, properties: {sku: {type: string}, parts: {type: array, items: {$ref: "#/components/schemas/ThingRow"}}}}
                Found: {type: object, properties: {id: {type: string}, by: {type: string}}}
                ThingMade: {type: object, required: [thingId], properties: {thingId: {type: string}}}
                Maker: {type: object, properties: {city: {type: string}}}
                NewMaker: {type: object, properties: {city: {type: string}, street: {type: string}}}
                Size: {type: string, enum: [S, M]}
                NewSize: {type: string, enum: [S, M]}
            """;

    @Test
    void theApiBreaksNoClientOfTheReleasedOne() throws IOException {
        assertThat(BreakingChanges.between(
                        WholeDocument.read(Path.of("../docs/openapi-released.yaml")),
                        WholeDocument.read(Path.of("../docs/openapi.yaml")),
                        LocalDate.now(ZoneOffset.UTC)))
                .as(
                        "It takes away what clients of docs/openapi-released.yaml rely on. Deprecate it first, with x-sunset,"
                                + " and release that: see CONTRIBUTING.md")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    an operation is gone               | /paths/~1v1~1things               | - get
                    a field of an answer is gone       | /components/schemas/Thing/properties | - count
                    it may be missing now              | /components/schemas/Thing         | required: [id, size, note]
                    it may be null now                 | /components/schemas/Thing/properties | id: {type: [string, "null"]}
                    an object may be null now          | /components/schemas/Thing/properties | size: {anyOf: [{$ref: "#/components/schemas/Size"}, {type: "null"}]}
                    its type is another                | /components/schemas/Thing/properties | count: {type: string}
                    a field within is gone             | /components/schemas/Maker/properties | - city
                    a new constant is answered         | /components/schemas/Size          | enum: [S, M, L]
                    a constant is not taken            | /components/schemas/NewSize       | enum: [S]
                    a field must be sent               | /components/schemas/CreateThing   | required: [name, count]
                    a field is not known any more      | /components/schemas/CreateThing/properties | - count
                    one within is not known any more   | /components/schemas/NewMaker/properties | - street
                    a text must be shorter             | /components/schemas/CreateThing/properties | name: {type: string, minLength: 1, maxLength: 40}
                    a text must be longer              | /components/schemas/CreateThing/properties | name: {type: string, minLength: 3, maxLength: 80}
                    a number must be larger            | /components/schemas/CreateThing/properties | count: {type: integer, exclusiveMinimum: 9}
                    a list must be shorter             | /components/schemas/CreateThing/properties/tags | maxItems: 2
                    null is not taken any more         | /components/schemas/CreateThing/properties | maker: {$ref: "#/components/schemas/NewMaker"}
                    a parameter must be smaller        | /paths/~1v1~1things/get           | parameters: [{name: limit, in: query, schema: {type: integer, maximum: 20}}]
                    a parameter must be sent           | /paths/~1v1~1things/get           | parameters: [{name: market, in: query, required: true, schema: {type: string}}, {name: limit, in: query, schema: {type: integer, maximum: 200}}]
                    a parameter is not known any more  | /paths/~1v1~1things/get           | parameters: []
                    success is another status          | /paths/~1v1~1things/post          | responses: {"202": {description: OK}}
                    the media type is another          | /paths/~1v1~1things/post/requestBody | content: {text/csv: {schema: {type: string}}}
                    what was public needs a token      | /paths/~1v1~1things/get           | security: [{openIdConnect: []}]
                    another scope is needed            | /paths/~1v1~1things/post          | security: [{openIdConnect: ["things:manage"]}]
                    a scope more is needed             | /paths/~1v1~1things/post          | security: [{openIdConnect: ["things:write", "things:manage"]}]
                    a scope is needed to see more      | /paths/~1v1~1things/get           | security: [{}, {openIdConnect: ["things:read"]}]
                    a role may not any more            | /paths/~1v1~1things/post          | x-vetrina-roles: [operator]
                    another role may instead           | /paths/~1v1~1things/post          | x-vetrina-roles: [creator, operator]
                    a field in a second media type     | /components/schemas/ThingRow/properties | - sku
                    a second success may hold null     | /components/schemas/Found/properties | by: {type: [string, "null"]}
                    a webhook is gone                  | /webhooks                         | - thing.made.v1
                    a field of a webhook is gone       | /components/schemas/ThingMade/properties | - thingId
                    """)
    void aChangeThatBreaksClientsIsSeen(String what, String at, String change) throws IOException {
        assertThat(BreakingChanges.between(small(), changed(at, change), TODAY))
                .as(what)
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    another operation                  | /paths                            | /v1/others: {get: {responses: {"200": {description: OK}}}}
                    a field more in answers            | /components/schemas/Thing         | {required: [id, count, size, note], properties: {id: {type: string}, count: {type: integer}, size: {$ref: "#/components/schemas/Size"}, note: {type: [string, "null"]}, maker: {anyOf: [{$ref: "#/components/schemas/Maker"}, {type: "null"}]}, more: {type: string}}}
                    a field that may be sent           | /components/schemas/CreateThing/properties | colour: {type: string, maxLength: 9}
                    a constant more is taken           | /components/schemas/NewSize       | enum: [S, M, L]
                    a text may be longer               | /components/schemas/CreateThing/properties | name: {type: string, minLength: 1, maxLength: 200}
                    null is never answered any more    | /components/schemas/Thing/properties | note: {type: string}
                    a parameter more that may be sent  | /paths/~1v1~1things/get           | parameters: [{name: limit, in: query, schema: {type: integer, maximum: 200}}, {name: q, in: query, schema: {type: string}}]
                    everybody may                      | /paths/~1v1~1things/post          | x-vetrina-roles: [everyone]
                    a role more may                    | /paths/~1v1~1things/post          | x-vetrina-roles: [brand, creator, operator]
                    no scope is needed any more        | /paths/~1v1~1things/post          | security: [{openIdConnect: []}]
                    another scope will do, too         | /paths/~1v1~1things/post          | security: [{openIdConnect: ["things:manage"]}, {openIdConnect: ["things:write"]}]
                    other words                        | /components/schemas/Thing         | description: A thing
                    another webhook                    | /webhooks                         | thing.sold.v1: {post: {requestBody: {content: {application/json: {schema: {type: object}}}}}}
                    """)
    void anAdditionIsNone(String what, String at, String change) throws IOException {
        assertThat(BreakingChanges.between(small(), changed(at, change), TODAY))
                .as(what)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27, true", "2026-11-28, true", "2026-11-29, false"})
    void whatWasAnnouncedMayGoWhenItsDayHasCome(String sunset, boolean allowed) throws IOException {
        ObjectNode released = small();
        Consumer<JsonNode> announce =
                node -> ((ObjectNode) node).put("deprecated", true).put("x-sunset", sunset);
        announce.accept(released.at("/paths/~1v1~1things/get"));
        announce.accept(released.at("/components/schemas/CreateThing/properties/tags"));
        announce.accept(released.at("/components/schemas/Thing/properties/note"));
        ObjectNode document = small();
        ((ObjectNode) document.at("/paths/~1v1~1things")).remove("get");
        ((ObjectNode) document.at("/components/schemas/CreateThing/properties")).remove("tags");
        ((ObjectNode) document.at("/components/schemas/Thing/properties")).remove("note");
        ((ArrayNode) document.at("/components/schemas/Thing/required")).remove(3);

        assertThat(BreakingChanges.between(released, document, TODAY).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void withoutADayNothingIsAnnounced() throws IOException {
        ObjectNode released = small();
        ((ObjectNode) released.at("/paths/~1v1~1things/get")).put("deprecated", true);
        ObjectNode document = small();
        ((ObjectNode) document.at("/paths/~1v1~1things")).remove("get");

        assertThat(BreakingChanges.between(released, document, TODAY)).isNotEmpty();
    }

    private static ObjectNode small() throws IOException {
        return (ObjectNode) WholeDocument.YAML.readTree(SMALL);
    }

    /** @param change {@code - name} takes a field away, anything else is laid over the object */
    private static ObjectNode changed(String at, String change) throws IOException {
        ObjectNode document = small();
        ObjectNode target = (ObjectNode) document.at(at);
        if (change.startsWith("- ")) {
            target.remove(change.substring(2));
        } else {
            target.setAll((ObjectNode) WholeDocument.YAML.readTree(change));
        }
        return document;
    }
}
