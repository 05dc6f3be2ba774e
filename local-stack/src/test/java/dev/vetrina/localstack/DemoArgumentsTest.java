package dev.vetrina.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.localstack.demo.DemoOptions;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoArgumentsTest {

    @TempDir
    Path folder;

    @Test
    void withoutOptionsTheTwoSampleBrandsSell150UnitsTo400Buyers() {
        DemoOptions options = shaped();

        assertThat(options.catalogues()).extracting("brandName").containsExactly("Luce di Mare", "Northwood");
        assertThat(options.viewers()).isEqualTo(200);
        assertThat(options.buyers()).isEqualTo(400);
        assertThat(options.stock()).isEqualTo(150);
    }

    @Test
    void cataloguesAndBrandsGoTogetherInTheirOrder() throws IOException {
        String apparel = file("apparel.csv", "Handle\na\n");
        String jewels = file("jewels.csv", "Handle\nj\n");

        DemoOptions options =
                shaped("--catalog", apparel, "--brand", "Apparel", "--catalog", jewels, "--brand", "Jewels");

        assertThat(options.catalogues()).extracting("brandName").containsExactly("Apparel", "Jewels");
        assertThat(options.catalogues()).extracting("csv").containsExactly("Handle\na\n", "Handle\nj\n");
    }

    @Test
    void aCatalogueWithoutABrandIsRefused() throws IOException {
        String apparel = file("apparel.csv", "Handle\n");

        assertThatThrownBy(() -> shaped("--catalog", apparel))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--brand");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> shaped("--catalog", "nowhere.csv", "--brand", "Nobody"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("nowhere.csv");
    }

    @Test
    void anotherSystemNeedsItsIssuerToo() {
        assertThatThrownBy(() -> DemoArguments.elsewhere(parse("--url", "http://localhost:8080")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--identity");
        assertThat(DemoArguments.elsewhere(
                        parse("--url", "http://localhost:8080", "--identity", "http://localhost:8180/realms/vetrina")))
                .get()
                .extracting(DemoOptions::issuer)
                .isEqualTo("http://localhost:8180/realms/vetrina");
    }

    @Test
    void aSizeThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> shaped("--buyers", "many"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("many");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static DemoOptions shaped(String... words) {
        return DemoArguments.shaped(
                parse(words), DemoOptions.usual(URI.create("http://localhost:8080"), "http://localhost:8090"));
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), Set.of(), DemoArguments.OPTIONS);
    }
}
