package dev.vetrina.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The commands of docs/partner-guide.md as a partner pastes them, but for those that need Node: {@link PartnerSink} takes the
 * place of the guide's own. They are the blocks marked {@code sh guide}, and {@code sh guide node}.
 */
final class PartnerGuide {

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh guide\\n(.*?)```");
    private static final String SINK = "127.0.0.1:8099";
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final String commands;

    private PartnerGuide(String commands) {
        this.commands = commands;
    }

    static PartnerGuide read() throws IOException {
        Path guide = Path.of(System.getProperty("vetrina.project", ".."), "docs", "partner-guide.md");
        List<String> blocks = BLOCK.matcher(Files.readString(guide))
                .results()
                .map(block -> block.group(1))
                .toList();
        return new PartnerGuide(
                blocks.stream().collect(Collectors.joining("\n", "set -eu\n", "\necho \"guide: done\"\n")));
    }

    /**
     * Runs them one after the other, until one fails.
     *
     * @return what they printed
     */
    String run(Path folder, URI api, String issuer, int sinkPort) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("guide.sh"), commands.replace(SINK, "127.0.0.1:" + sinkPort));
        Path output = folder.resolve("guide.out");
        ProcessBuilder bash = new ProcessBuilder("bash", script.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("VETRINA_API", api.toString());
        bash.environment().put("VETRINA_IDENTITY", issuer);
        Process running = bash.start();
        if (!running.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            running.destroyForcibly();
        }
        return Files.readString(output);
    }
}
