package dev.vetrina.localstack;

import dev.vetrina.localstack.demo.Catalogue;
import dev.vetrina.localstack.demo.DemoOptions;
import dev.vetrina.localstack.stack.StackFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The options of {@code demo}. */
final class DemoArguments {

    static final Set<String> OPTIONS = Set.of(
            "--url", "--identity", "--identity-admin", "--catalog", "--brand", "--viewers", "--buyers", "--stock");

    private DemoArguments() {}

    /** Where another system is that was named; empty to use a local one. */
    static Optional<DemoOptions> elsewhere(Arguments arguments) {
        Optional<String> url = arguments.last("--url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String issuer = arguments
                .last("--identity")
                .orElseThrow(() -> new StackFailure(
                        "--url needs --identity=URL too: the issuer of the tokens which that system takes."));
        return Optional.of(shaped(arguments, DemoOptions.usual(URI.create(url.get()), issuer)));
    }

    /** The usual show, changed as the options say. */
    static DemoOptions shaped(Arguments arguments, DemoOptions usual) {
        return usual.sized(
                        number(arguments, "--viewers", DemoOptions.VIEWERS),
                        number(arguments, "--buyers", DemoOptions.BUYERS),
                        number(arguments, "--stock", DemoOptions.STOCK))
                .withIdentityAdmin(arguments.last("--identity-admin"))
                .withCatalogues(catalogues(arguments));
    }

    /** Files and brands come in pairs, in the order in which they were given. */
    private static List<Catalogue> catalogues(Arguments arguments) {
        List<String> files = arguments.all("--catalog");
        List<String> brands = arguments.all("--brand");
        if (files.size() != brands.size()) {
            throw new StackFailure("Each --catalog=FILE.csv needs a --brand=NAME, and the other way round: "
                    + files.size() + " files and " + brands.size() + " brands were given.");
        }
        return files.isEmpty()
                ? Catalogue.samples()
                : IntStream.range(0, files.size())
                        .mapToObj(pair -> Catalogue.ofFile(Path.of(files.get(pair)), brands.get(pair)))
                        .toList();
    }

    private static int number(Arguments arguments, String option, int usual) {
        String given = arguments.last(option).orElse(Integer.toString(usual));
        if (!given.matches("[0-9]{1,5}")) {
            throw new StackFailure(option + " needs a number, not '" + given + "'.");
        }
        return Integer.parseInt(given);
    }
}
