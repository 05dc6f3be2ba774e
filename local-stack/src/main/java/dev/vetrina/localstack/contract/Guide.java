package dev.vetrina.localstack.contract;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands of the partner guide, which stand in blocks that begin with {@code ```sh guide}. */
public record Guide(String commands) {

    private static final Pattern BLOCK =
            Pattern.compile("^```sh guide( node)?\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    /** What it starts in the background ends with it, also where it fails half-way. */
    private static final String END_OF_ITS_SERVERS = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n";

    /** @param withNode whether also the commands that need Node.js, whose blocks say so */
    public static Guide of(String markdown, boolean withNode) {
        return new Guide(BLOCK.matcher(markdown)
                .results()
                .filter(block -> withNode || block.group(1) == null)
                .map((MatchResult block) -> block.group(2))
                .collect(Collectors.joining("\n")));
    }

    /**
     * One script that stops at the first command that fails.
     *
     * @param folder where it writes its files
     * @param environment with a path that has Node.js in it, if the commands need it
     */
    public LimitedProgram program(Path folder, Map<String, String> environment, URI gateway, String issuer) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("VETRINA_API", gateway.toString());
        all.put("VETRINA_IDENTITY", issuer);
        return new LimitedProgram(List.of("bash", "-eu", "-c", END_OF_ITS_SERVERS + commands), folder, all);
    }
}
