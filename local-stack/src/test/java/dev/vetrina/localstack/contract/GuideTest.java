package dev.vetrina.localstack.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

    private static final String MARKDOWN = """
            # A guide

            ```sh guide
            greeting=hello
            ```

            Not for this:

            ```sh
            exit 7
            ```

            ```sh guide node
            echo "$greeting, $VETRINA_API"
            ```
            """;

    @Test
    void itsBlocksAreOneScriptAndOthersAreNoPartOfIt(@TempDir Path folder) throws IOException {
        LimitedProgram.Result result = run(MARKDOWN, folder);

        assertThat(result.status()).isZero();
        assertThat(result.output()).isEqualTo("hello, http://127.0.0.1:1\n");
    }

    @Test
    void whatNeedsNodeIsLeftOutIfWanted(@TempDir Path folder) throws IOException {
        LimitedProgram.Result result = run(Guide.of(MARKDOWN + "```sh guide\necho $greeting\n```\n", false), folder);

        assertThat(result.output()).isEqualTo("hello\n");
    }

    @Test
    void aCommandThatFailsEndsIt(@TempDir Path folder) throws IOException {
        LimitedProgram.Result result = run("```sh guide\nfalse\necho on\n```\n", folder);

        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).isEmpty();
    }

    @Test
    void whatItStartedEndsWithItAlsoWhereItFails(@TempDir Path folder) throws IOException {
        LimitedProgram.Result result = run("```sh guide\nsleep 300 &\necho $!\nfalse\n```\n", folder);

        assertThat(result.succeeded()).isFalse();
        long started = Long.parseLong(result.output().strip());
        await().until(() -> ProcessHandle.of(started).stream().noneMatch(ProcessHandle::isAlive));
    }

    private static LimitedProgram.Result run(String markdown, Path folder) throws IOException {
        return run(Guide.of(markdown, true), folder);
    }

    private static LimitedProgram.Result run(Guide guide, Path folder) throws IOException {
        return guide.program(folder, Map.of(), URI.create("http://127.0.0.1:1"), "http://127.0.0.1:2")
                .run();
    }
}
