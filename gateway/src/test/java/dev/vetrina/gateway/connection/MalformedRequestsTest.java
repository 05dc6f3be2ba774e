package dev.vetrina.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.RawClient;
import dev.vetrina.gateway.Stubs;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that no client library would send. None of them may reach a service as another request than it was here. */
@GatewayTest
class MalformedRequestsTest {

    private static final String HOST = "Host: localhost\r\n";

    @Inject
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final List<String> bodies = new CopyOnWriteArrayList<>();

    @BeforeEach
    void servicesKeepWhatTheyGet() {
        Stubs.order()
                .does(request -> request.body().onSuccess(body -> {
                    bodies.add(body.toString());
                    request.response().end("{}");
                }));
    }

    @Test
    void whatCanBeReadInTwoWaysIsRefusedAndTheConnectionClosed() {
        Map<String, String> requests = Map.ofEntries(
                Map.entry("two lengths", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}x")),
                Map.entry("two lengths in one", post("Content-Length: 2, 3\r\n", "{}x")),
                Map.entry("a length that is none", post("Content-Length: +2\r\n", "{}")),
                Map.entry("a negative length", post("Content-Length: -2\r\n", "{}")),
                Map.entry("another coding", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")),
                Map.entry("a coding that looks like chunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")),
                Map.entry(
                        "chunked twice",
                        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")),
                Map.entry("space before the colon", post("Content-Length : 2\r\n", "{}")),
                Map.entry(
                        "chunked in HTTP/1.0",
                        "POST /v1/orders HTTP/1.0\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Map.entry(
                        "a chunk's size that is none",
                        post("Transfer-Encoding: chunked\r\n", "0x2\r\n{}\r\n0\r\n\r\n")),
                Map.entry("a negative chunk", post("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n")),
                Map.entry("no host", "GET /v1/orders HTTP/1.1\r\n\r\n"),
                Map.entry("two hosts", "GET /v1/orders HTTP/1.1\r\n" + HOST + HOST + "\r\n"),
                Map.entry(
                        "another host in the target", "GET http://evil.example/v1/orders HTTP/1.1\r\n" + HOST + "\r\n"),
                Map.entry("a target that is no path", "GET v1/orders HTTP/1.1\r\n" + HOST + "\r\n"),
                Map.entry("a fragment", "GET /v1/orders#x HTTP/1.1\r\n" + HOST + "\r\n"),
                Map.entry("a name with a space", "GET /v1/orders HTTP/1.1\r\n" + HOST + "X Y: 1\r\n\r\n"),
                Map.entry("a zero in a value", "GET /v1/orders HTTP/1.1\r\n" + HOST + "X: a\0b\r\n\r\n"),
                Map.entry("no HTTP at all", "hello\r\n\r\n"));
        requests.forEach((what, request) -> {
            String answer = RawClient.answer(port, request);
            assertThat(answer).as(what).startsWith("HTTP/1.1 400 ").contains("\"code\":\"malformed-request\"");
        });
        assertThat(Stubs.order().requests()).isEmpty();
    }

    @Test
    void aLengthBesideChunksIsNotSmuggledOn() {
        String smuggled = "GET /v1/orders/smuggled HTTP/1.1\r\n" + HOST + "\r\n";
        String answer = RawClient.answer(
                port,
                "POST /v1/orders HTTP/1.1\r\n" + HOST + "Connection: close\r\nContent-Length: "
                        + (5 + smuggled.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled);
        assertThat(answer).doesNotContain("smuggled");
        assertThat(Stubs.order().requests()).allSatisfy(request -> {
            assertThat(request.path()).isEqualTo("/v1/orders");
            assertThat(request.headers().contains("Content-Length")
                            && request.headers().contains("Transfer-Encoding"))
                    .isFalse();
        });
        assertThat(bodies).allMatch(String::isEmpty);
    }

    @Test
    void aFoldedHeaderIsOneOrNone() {
        String answer = RawClient.answer(
                port,
                "GET /v1/orders HTTP/1.1\r\n" + HOST
                        + "Connection: close\r\nX-Folded: a\r\n Transfer-Encoding: chunked\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(Stubs.order().requests())
                .allSatisfy((HttpServerRequest request) -> assertThat(
                                request.headers().contains("Transfer-Encoding"))
                        .isFalse());
    }

    @Test
    void extensionsOfChunksEndHere() {
        RawClient.answer(
                port, post("Connection: close\r\nTransfer-Encoding: chunked\r\n", "2;a=b\r\n{}\r\n0;c=d\r\n\r\n"));
        assertThat(bodies).containsExactly("{}");
    }

    @Test
    void linesEndWithBothOfTheirCharacters() {
        String answer = RawClient.answer(port, post("Transfer-Encoding: chunked\r\n", "2;a\n{}\r\n0\r\n\r\n"));
        assertThat(answer).contains(" 400 ");
        assertThat(bodies).isEmpty();
    }

    @Test
    void aTargetWithThisHostIsAnsweredAsItsPath() {
        String answer = RawClient.answer(
                port, "GET http://localhost/v1/orders HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(Stubs.order().requests().getFirst().uri()).isEqualTo("/v1/orders");
    }

    @Test
    void whatIsTooLongOrTooMuchIsRefused() {
        refused(414, "uri-too-long", "GET /v1/orders?" + "x".repeat(10_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
        refused(
                431,
                "headers-too-large",
                "GET /v1/orders HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(30_000) + "\r\n\r\n");
        refused(431, "headers-too-large", "GET /v1/orders HTTP/1.1\r\n" + HOST + "X: 1\r\n".repeat(200) + "\r\n");
        refused(501, "method-not-supported", "TRACE /v1/orders HTTP/1.1\r\n" + HOST + "\r\n");
        refused(501, "method-not-supported", "CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(Stubs.order().requests()).isEmpty();
    }

    private void refused(int status, String code, String request) {
        assertThat(RawClient.answer(port, request))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "\"code\":\"" + code + "\"", "nosniff");
    }

    @Test
    void whatAClientSaysOfTheWayIsNotBelieved() {
        RawClient.answer(
                port,
                "POST /v1/orders HTTP/1.1\r\n" + HOST
                        + "Authorization: Basic YTpi\r\nX-Original-URL: /q/metrics\r\nX-Rewrite-URL: /q/metrics\r\n"
                        + "X-HTTP-Method-Override: DELETE\r\nX-Forwarded-For: 127.0.0.1\r\nX-Real-IP: 127.0.0.1\r\n"
                        + "Connection: close\r\nConnection: Authorization, X-Request-Id, Content-Length\r\nContent-Length: 2\r\n\r\n{}");
        HttpServerRequest request = Stubs.order().requests().getFirst();
        assertThat(request.method().name()).isEqualTo("POST");
        assertThat(request.uri()).isEqualTo("/v1/orders");
        assertThat(request.getHeader("X-Real-IP")).isNull();
        // What the client calls a matter of one hop ends with it, and takes neither our own headers nor the framing
        // with it.
        assertThat(request.getHeader("Authorization")).isNull();
        assertThat(request.getHeader("X-Request-Id")).isNotNull();
        assertThat(bodies).containsExactly("{}");
    }

    @Test
    void thereIsNoWayToAnotherProtocol() {
        String answer = RawClient.answer(
                port,
                "GET /v1/orders HTTP/1.1\r\n" + HOST
                        + "Connection: close\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain("101 Switching");
        assertThat(Stubs.order().requests().getFirst().headers().contains("Upgrade"))
                .isFalse();
    }

    @Test
    void anAnswerLeadsNowhereElse() {
        for (String path : List.of(
                "//evil.example/v1/orders", "/\\evil.example", "/docs/..//evil.example", "/docs//evil.example")) {
            assertThat(RawClient.answer(port, "GET " + path + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n"))
                    .as(path)
                    .doesNotContainIgnoringCase("location: //evil")
                    .doesNotContainIgnoringCase("location: http://evil");
        }
    }

    private static String post(String headers, String body) {
        return "POST /v1/orders HTTP/1.1\r\n" + HOST + headers + "\r\n" + body;
    }
}
