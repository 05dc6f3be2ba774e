package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.product.Gtin;
import dev.vetrina.catalog.product.ImportedProduct.ImportedVariant;
import dev.vetrina.catalog.product.ProductLimits;
import dev.vetrina.events.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a row says of a variant. */
final class VariantMapping {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,10})?");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,9}");
    private static final List<List<Column>> OPTIONS = List.of(
            List.of(Column.OPTION1_NAME, Column.OPTION1_VALUE),
            List.of(Column.OPTION2_NAME, Column.OPTION2_VALUE),
            List.of(Column.OPTION3_NAME, Column.OPTION3_VALUE));

    private final ImportTerms terms;
    private final CsvRow head;
    private final Findings findings;

    /** @param head the row that names the options */
    VariantMapping(ImportTerms terms, CsvRow head, Findings findings) {
        this.terms = terms;
        this.head = head;
        this.findings = findings;
    }

    /** Every error of the row is told, not only the first. */
    Optional<ImportedVariant> map(CsvRow row) {
        int before = findings.count();
        Money price = price(row);
        String gtin = gtin(row);
        Long quantity = quantity(row);
        String sku = row.has(Column.SKU) ? row.get(Column.SKU) : null;
        findings.requireLength(row, Column.SKU, row.get(Column.SKU), ProductLimits.SKU);
        Map<String, String> options = options(row);
        if (findings.count() > before || price == null) {
            return Optional.empty();
        }
        return Optional.of(new ImportedVariant(row.number(), sku, gtin, options, price, quantity));
    }

    private @Nullable Money price(CsvRow row) {
        String text = row.get(Column.PRICE);
        if (text.isEmpty()) {
            findings.refuse(row, Column.PRICE, "missing-price", "The variant has no price.");
            return null;
        }
        int decimals = Currency.getInstance(terms.currency()).getDefaultFractionDigits();
        if (!DECIMAL.matcher(text).matches()) {
            findings.refuse(row, Column.PRICE, "invalid-price", "A price is a number such as 19.99.");
            return null;
        }
        BigDecimal minor = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
        if (minor.scale() > 0 || minor.signum() == 0 || minor.compareTo(BigDecimal.valueOf(ProductLimits.AMOUNT)) > 0) {
            findings.refuse(
                    row,
                    Column.PRICE,
                    "invalid-price",
                    "A price in " + terms.currency() + " is more than 0 and has at most " + decimals + " decimals.");
            return null;
        }
        return new Money(minor.longValueExact(), terms.currency());
    }

    private @Nullable String gtin(CsvRow row) {
        // Spreadsheets put an apostrophe before digits that are no number.
        String text = row.get(Column.BARCODE).replaceFirst("^'", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!Gtin.Validator.isGtin(text)) {
            findings.refuse(
                    row, Column.BARCODE, "invalid-gtin", "It is not a GTIN with a valid check digit; it may be blank.");
        }
        return text;
    }

    private @Nullable Long quantity(CsvRow row) {
        String text = row.get(Column.QUANTITY);
        if (!terms.applyQuantities() || text.isEmpty()) {
            return null;
        }
        if (!QUANTITY.matcher(text).matches()) {
            findings.refuse(row, Column.QUANTITY, "invalid-quantity", "A quantity is a whole number of 0 or more.");
            return null;
        }
        return Long.valueOf(text);
    }

    /** A product without choices carries the one option "Title" with the value "Default Title". */
    private Map<String, String> options(CsvRow row) {
        Map<String, String> options = new LinkedHashMap<>();
        for (List<Column> option : OPTIONS) {
            String value = row.get(option.getLast());
            String name = head.has(option.getFirst())
                    ? head.get(option.getFirst())
                    : option.getFirst().title();
            if (value.isEmpty() || (name.equals("Title") && value.equals("Default Title"))) {
                continue;
            }
            findings.requireLength(row, option.getFirst(), name, ProductLimits.OPTION_NAME);
            findings.requireLength(row, option.getLast(), value, ProductLimits.OPTION_VALUE);
            options.put(name, value);
        }
        return options;
    }
}
