package dev.vetrina.catalog.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.catalog.catalogimport.ShopifyMapping.Mapped;
import dev.vetrina.catalog.product.ImportedProduct;
import dev.vetrina.catalog.product.ImportedProduct.ImportedVariant;
import dev.vetrina.events.Money;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyMappingTest {

    private static final String HEADER = "Handle,Title,Published,Status,Option1 Name,Option1 Value,Variant SKU,"
            + "Variant Barcode,Variant Inventory Qty,Variant Price,Image Src\n";

    @Test
    void aProductOfSeveralRowsBecomesOneProductOfSeveralVariants() throws UnreadableFileException {
        ProductRows rows =
                ShopifyCsv.read(Samples.read(Samples.APPAREL)).products().getFirst();

        Mapped mapped = ShopifyMapping.map(rows, terms("GBP", true));

        assertThat(mapped.errors()).isEmpty();
        ImportedProduct product = mapped.product().orElseThrow();
        assertThat(product.title()).isEqualTo("Harbour jumper");
        assertThat(product.description()).isEqualTo("Knitted from undyed wool.\nRibbed cuffs\nMade to last");
        assertThat(product.category()).isEqualTo("Knitwear");
        assertThat(product.imageUrl()).isEqualTo("https://images.example.com/harbour-jumper.jpg");
        assertThat(product.publish()).isTrue();
        assertThat(product.variants())
                .extracting(ImportedVariant::options)
                .containsExactly(
                        Map.of("Size", "Small", "Colour", "Ecru"),
                        Map.of("Size", "Medium", "Colour", "Ecru"),
                        Map.of("Size", "Large", "Colour", "Ecru"));
        ImportedVariant large = product.variants().getLast();
        assertThat(large)
                .isEqualTo(
                        new ImportedVariant(4, "HJ-L", "4006381333931", large.options(), new Money(9200, "GBP"), 0L));
    }

    @Test
    void blankSkuBarcodeAndTheDefaultTitleAreNothing() throws UnreadableFileException {
        ImportedVariant variant = map("a,A,,,Title,Default Title,,,,5,", "GBP")
                .product()
                .orElseThrow()
                .variants()
                .getFirst();

        assertThat(variant).isEqualTo(new ImportedVariant(2, null, null, Map.of(), new Money(500, "GBP"), null));
    }

    @Test
    void quantitiesAreReadOnlyIfTheyAreToBeApplied() throws UnreadableFileException {
        ProductRows rows = rows("a,A,,,,,,,seven,5,");

        assertThat(ShopifyMapping.map(rows, terms("GBP", false)).errors()).isEmpty();
        assertThat(ShopifyMapping.map(rows, terms("GBP", true)).errors())
                .extracting(RowError::code)
                .containsExactly("invalid-quantity");
    }

    @ParameterizedTest
    @CsvSource({"19.99,GBP,1999", "50,GBP,5000", "1999,JPY,1999", "1999.00,JPY,1999", "1.5,KWD,1500", "1.505,KWD,1505"})
    void aPriceIsInTheCurrencysMinorUnits(String text, String currency, long amount) throws UnreadableFileException {
        ImportedProduct product =
                map("a,A,,,,,,,," + text + ",", currency).product().orElseThrow();

        assertThat(product.variants().getFirst().price()).isEqualTo(new Money(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({"1.999,GBP", "0.5,JPY", "0,GBP", "-1,GBP", "1e3,GBP", "£5,GBP", "999999999999,GBP"})
    void anyOtherPriceIsAnErrorOfItsRow(String text, String currency) throws UnreadableFileException {
        Mapped mapped = map("a,A,,,,,,,," + text + ",", currency);

        assertThat(mapped.product()).isEmpty();
        assertThat(mapped.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(error.column()).isEqualTo("Variant Price");
            assertThat(error.code()).isEqualTo("invalid-price");
        });
    }

    @ParameterizedTest
    @CsvSource({"true,,true", "TRUE,active,true", ",,true", "false,,false", "true,draft,false", "true,archived,false"})
    void whatTheBrandDoesNotShowItselfIsNotPutOnSale(String published, String status, boolean publish)
            throws UnreadableFileException {
        String row = "a,A,%s,%s,,,,,,5,".formatted(published == null ? "" : published, status == null ? "" : status);

        assertThat(map(row, "GBP").product().orElseThrow().publish()).isEqualTo(publish);
    }

    @Test
    void everyErrorOfARowIsTold() throws UnreadableFileException {
        assertThat(map("a,A,,,Size,M," + "x".repeat(101) + ",123,,free,", "GBP").errors())
                .extracting(RowError::code)
                .containsExactlyInAnyOrder("too-long", "invalid-gtin", "invalid-price");
    }

    @Test
    void aDescriptionTooLongToBeReadIsAnErrorOfItsProduct() throws UnreadableFileException {
        String html = "<br>".repeat(ShopifyMapping.MAX_HTML / 4 + 1);
        String file = "Handle,Title,Variant Price,Body (HTML)\na,A,5," + html + "\n";
        ProductRows rows = ShopifyCsv.read(file.getBytes(StandardCharsets.UTF_8))
                .products()
                .getFirst();

        Mapped mapped = ShopifyMapping.map(rows, terms("GBP", false));

        assertThat(mapped.product()).isEmpty();
        assertThat(mapped.errors()).extracting(RowError::column).containsExactly("Body (HTML)");
    }

    @Test
    void aRowWithU0000IsLeftOut() throws UnreadableFileException {
        Mapped mapped = map("a,A,,,Size,M,,,,5,\na,,,,,L\u0000,,,,5,", "GBP");

        assertThat(mapped.product().orElseThrow().variants()).hasSize(1);
        assertThat(mapped.errors()).extracting(RowError::row).containsExactly(3);
    }

    private static Mapped map(String lines, String currency) throws UnreadableFileException {
        return ShopifyMapping.map(rows(lines), terms(currency, false));
    }

    private static ProductRows rows(String lines) throws UnreadableFileException {
        return ShopifyCsv.read((HEADER + lines).getBytes(StandardCharsets.UTF_8))
                .products()
                .getFirst();
    }

    private static ImportTerms terms(String currency, boolean applyQuantities) {
        return new ImportTerms(UUID.randomUUID(), UUID.randomUUID(), "GB", currency, applyQuantities, true);
    }
}
