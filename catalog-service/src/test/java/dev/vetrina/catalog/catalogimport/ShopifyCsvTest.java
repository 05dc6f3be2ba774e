package dev.vetrina.catalog.catalogimport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class ShopifyCsvTest {

    @Test
    void theRowsOfAHandleAreGatheredWithTheirNumbers() throws UnreadableFileException {
        ShopifyCsv.Content content = ShopifyCsv.read(Samples.read(Samples.APPAREL));

        assertThat(content.rowCount()).isEqualTo(6);
        assertThat(content.products())
                .extracting(ProductRows::handle)
                .containsExactly("harbour-jumper", "linen-scarf", "archive-coat");
        assertThat(content.products().getFirst().rows())
                .extracting(CsvRow::number)
                .containsExactly(2, 3, 4, 5);
    }

    @Test
    void rowsOfAHandleNeedNotBeNeighbours() throws UnreadableFileException {
        ShopifyCsv.Content content = read("Handle,Title,Variant Price\na,A,1\nb,B,2\na,,3\n");

        assertThat(content.products())
                .extracting(product -> product.rows().size())
                .containsExactly(2, 1);
    }

    @Test
    void aQuotedFieldMayContainCommasQuotesAndLineBreaks() throws UnreadableFileException {
        ShopifyCsv.Content content = read("Handle,Title,Variant Price\r\na,\"A, \"\"big\"\"\r\none\",1\r\n");

        assertThat(content.products().getFirst().first().get(Column.TITLE)).isEqualTo("A, \"big\"\r\none");
    }

    @Test
    void otherColumnsAnyOrderAndTheNewerNamesAreFine() throws UnreadableFileException {
        ShopifyCsv.Content content =
                read("Price,Colour of the sky,TITLE, URL handle\n5,blue,A,a,beyond the header\n\n,,,\n");

        assertThat(content.rowCount()).isEqualTo(1);
        CsvRow row = content.products().getFirst().first();
        assertThat(row.get(Column.PRICE)).isEqualTo("5");
        assertThat(row.get(Column.HANDLE)).isEqualTo("a");
    }

    @Test
    void aFileWithoutARequiredColumnIsRefusedByItsName() {
        assertUnreadable("Title,Variant Price\nA,1\n", "missing-column", "Handle");
        assertUnreadable("Handle;Title;Variant Price\na;A;1\n", "missing-column", "Handle");
        assertUnreadable("{\"handle\": 1}", "missing-column", "Handle");
    }

    @Test
    void aFileThatIsNoCsvOrNotInUtf8IsRefused() {
        assertUnreadable("", "empty-file", "empty");
        assertUnreadable("Handle,Title,Variant Price\na,\"A,1\n", "malformed-csv", "quote");
        assertThatThrownBy(() -> read("Handle,Title,Variant Price\na,Caf\u00e9 mug,1\n", ISO_8859_1))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aFileHasABoundedNumberOfRows() {
        assertUnreadable(
                "Handle,Title,Variant Price\n" + "a,A,1\n".repeat(ShopifyCsv.MAX_ROWS + 1), "too-many-rows", "50000");
    }

    private static void assertUnreadable(String file, String code, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.error().code()).isEqualTo(code);
            assertThat(e.error().message()).containsIgnoringCase(message);
        });
    }

    private static ShopifyCsv.Content read(String file) throws UnreadableFileException {
        return read(file, UTF_8);
    }

    private static ShopifyCsv.Content read(String file, Charset charset) throws UnreadableFileException {
        return ShopifyCsv.read(file.getBytes(charset));
    }
}
