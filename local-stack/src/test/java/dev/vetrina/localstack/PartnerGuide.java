package dev.vetrina.localstack;

import dev.vetrina.localstack.contract.Guide;
import dev.vetrina.localstack.contract.LimitedProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The commands of docs/partner-guide.md as a partner pastes them, but for those that need Node: {@link PartnerSink} takes the
 * place of the guide's own.
 */
final class PartnerGuide {

    private static final String SINK = "127.0.0.1:8099";

    private PartnerGuide() {}

    static LimitedProgram program(Path folder, URI api, String issuer, int sinkPort) throws IOException {
        Path written = Path.of(System.getProperty("vetrina.project", ".."), "docs", "partner-guide.md");
        String guide = Files.readString(written).replace(SINK, "127.0.0.1:" + sinkPort);
        return Guide.of(guide, false).program(folder, Map.of(), api, issuer);
    }
}
