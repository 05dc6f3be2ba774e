package dev.vetrina.localstack.contract;

import dev.vetrina.localstack.demo.Demo;
import dev.vetrina.localstack.demo.DemoOptions;
import dev.vetrina.localstack.demo.DemoResult;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All checks of the contract, first those that need no running system. */
public final class Contract {

    private static final int VIEWERS = 10;
    private static final int BUYERS = 40;
    private static final int STOCK = 20;

    private final Path docs;
    private final Workshop workshop;
    private final Consumer<String> out;
    private final Findings findings;

    private Contract(Path docs, Workshop workshop, Consumer<String> out) {
        this.docs = docs;
        this.workshop = workshop;
        this.out = out;
        this.findings = new Findings(out);
    }

    /**
     * Installs the tools.
     *
     * @param folder where, and where the generated client is
     */
    public static Contract open(Path project, Path folder, Consumer<String> out) throws IOException {
        Workshop workshop = Workshop.open(project.resolve("local-stack/contract"), folder, out);
        return new Contract(project.resolve("docs"), workshop, out);
    }

    /** The linters, and whether the client that was generated compiles. */
    public void checkDocuments() throws IOException {
        findings.check(
                "Spectral on openapi.yaml",
                () -> workshop.run(
                        "node_modules/@stoplight/spectral-cli/dist/index.js",
                        "lint",
                        "--ruleset=" + docs.resolve("spectral.yaml"),
                        "--fail-severity=error",
                        openApi().toString()));
        findings.check(
                "Redocly on openapi.yaml",
                () -> workshop.run(
                        "node_modules/@redocly/cli/bin/cli.js",
                        "lint",
                        "--config=" + docs.resolve("redocly.yaml"),
                        openApi().toString()));
        findings.check(
                "AsyncAPI's parser on asyncapi.yaml",
                () -> workshop.run("asyncapi.js", docs.resolve("asyncapi.yaml").toString()));
        findings.check(
                "tsc --strict on the generated TypeScript client and its journey",
                () -> workshop.run("node_modules/typescript/bin/tsc", "--project", "tsconfig.json"));
    }

    /** The journey and a show with Prism in between, then the partner guide as it is written. */
    public void checkSystem(DemoOptions where) throws IOException {
        out.accept("Prism stands between every caller and " + where.gateway() + "; only the live feed passes it by.");
        try (Prism prism = Prism.start(workshop, openApi(), where.gateway());
                WatchedGateway watched = WatchedGateway.start(prism.uri(), where.gateway(), Prism::violations)) {
            findings.check(
                    "the journey of the TypeScript client",
                    () -> workshop.run(
                            "compiled/journey/journey.js", watched.uri().toString(), where.issuer()));
            show(where.at(watched.uri()));
            findings.note(
                    "Prism on " + watched.exchanges() + " requests and answers",
                    watched.violations().isEmpty() && watched.exchanges() > 0,
                    watched.violations());
        }
        guide(where);
    }

    private void show(DemoOptions where) {
        String name = "a show of " + BUYERS + " buyers";
        try {
            DemoResult result =
                    new Demo(where.sized(VIEWERS, BUYERS, STOCK), line -> out.accept("        " + line)).run();
            findings.note(name, result.holds(), result.table().lines().toList());
        } catch (StackFailure failure) {
            findings.note(name, false, List.of(String.valueOf(failure.getMessage())));
        }
    }

    private void guide(DemoOptions where) throws IOException {
        Path folder = Files.createDirectories(workshop.folder().resolve("guide"));
        Path notes = folder.resolve("official-webhooks.log");
        Files.deleteIfExists(notes);
        Guide guide = Guide.of(Files.readString(docs.resolve("partner-guide.md")), true);
        findings.check(
                "every command of the partner guide",
                () -> guide.program(
                                folder, workshop.environment("official-webhooks.js"), where.gateway(), where.issuer())
                        .run());
        List<String> outcomes = Files.exists(notes) ? Files.readAllLines(notes) : List.of("none came");
        findings.note(
                "the guide's webhooks by the official library of Standard Webhooks",
                outcomes.stream().allMatch("verified"::equals),
                outcomes);
    }

    private Path openApi() {
        return docs.resolve("openapi.yaml");
    }

    /** The names of the checks that failed. */
    public List<String> failed() {
        return findings.failed();
    }
}
