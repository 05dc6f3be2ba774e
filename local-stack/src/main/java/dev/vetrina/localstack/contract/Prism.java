package dev.vetrina.localstack.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prism as a proxy that compares every request and answer with the document, and tells what differs in a header. */
final class Prism implements AutoCloseable {

    private static final String VIOLATIONS = "sl-violations";

    private final PeerProcess process;
    private final URI uri;

    private Prism(PeerProcess process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static Prism start(Workshop workshop, Path document, URI upstream) throws IOException {
        int port = FreePort.find();
        PeerProcess process = PeerProcess.guarded(
                workshop.command(
                        "node_modules/@stoplight/prism-cli/dist/index.js",
                        "proxy",
                        document.toString(),
                        upstream.toString(),
                        "--host=127.0.0.1",
                        "--port=" + port),
                workshop.folder().resolve("prism.log"));
        try {
            process.awaitPort(port);
        } catch (IOException e) {
            process.close();
            throw e;
        }
        return new Prism(process, URI.create("http://127.0.0.1:" + port));
    }

    URI uri() {
        return uri;
    }

    /** What it found wrong with an exchange, in words. */
    static List<String> violations(Exchange exchange) {
        return exchange.headers().allValues(VIOLATIONS).stream()
                .flatMap(header -> Json.items(Json.read(header)).stream())
                .map(Prism::words)
                .toList();
    }

    private static String words(JsonNode violation) {
        List<String> place = Json.items(violation.path("location")).stream()
                .map(JsonNode::asText)
                .toList();
        return String.join(
                ": ",
                Stream.of(String.join("/", place), violation.path("message").asText())
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    @Override
    public void close() {
        process.close();
    }
}
