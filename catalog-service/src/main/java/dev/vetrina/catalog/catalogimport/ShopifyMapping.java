package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.product.Gtin;
import dev.vetrina.catalog.product.ImportedProduct;
import dev.vetrina.catalog.product.ImportedProduct.ImportedVariant;
import dev.vetrina.events.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rows of one handle mean. */
final class ShopifyMapping {

    /** @param product absent if nothing of it can be imported */
    record Mapped(Optional<ImportedProduct> product, List<RowError> errors) {}

    private static final long MAX_AMOUNT = 1_000_000_000_000L;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,10})?");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,9}");
    private static final Pattern HTTP_URL = Pattern.compile("https?://[^\\s\"<>]{1,1990}");
    private static final List<List<Column>> OPTIONS = List.of(
            List.of(Column.OPTION1_NAME, Column.OPTION1_VALUE),
            List.of(Column.OPTION2_NAME, Column.OPTION2_VALUE),
            List.of(Column.OPTION3_NAME, Column.OPTION3_VALUE));

    private final ImportTerms terms;
    private final List<RowError> errors = new ArrayList<>();

    private ShopifyMapping(ImportTerms terms) {
        this.terms = terms;
    }

    static Mapped map(ProductRows product, ImportTerms terms) {
        ShopifyMapping mapping = new ShopifyMapping(terms);
        return new Mapped(Optional.ofNullable(mapping.product(product)), mapping.errors);
    }

    private @Nullable ImportedProduct product(ProductRows product) {
        if (product.handle().isEmpty()) {
            refuse(product.first(), Column.HANDLE, "missing-handle", "Every row needs the handle of its product.");
            return null;
        }
        List<CsvRow> rows = product.rows().stream().filter(this::readable).toList();
        Optional<CsvRow> titled =
                rows.stream().filter(row -> row.has(Column.TITLE)).findFirst();
        if (titled.isEmpty()) {
            if (!rows.isEmpty()) {
                refuse(rows.getFirst(), Column.TITLE, "missing-title", "The product has no title.");
            }
            return null;
        }
        CsvRow head = titled.get();
        String description = HtmlText.of(head.get(Column.BODY));
        if (!shortEnough(head, product.handle(), description)) {
            return null;
        }
        List<ImportedVariant> variants = variants(head, rows);
        return variants.isEmpty() ? null : product(product.handle(), head, description, image(rows), variants);
    }

    /** Every text that is too long is told. */
    private boolean shortEnough(CsvRow head, String handle, String description) {
        int before = errors.size();
        requireLength(head, Column.HANDLE, handle, 255);
        requireLength(head, Column.TITLE, head.get(Column.TITLE), 255);
        requireLength(head, Column.BODY, description, 20_000);
        requireLength(head, Column.TYPE, head.get(Column.TYPE), 255);
        return errors.size() == before;
    }

    private ImportedProduct product(
            String handle, CsvRow head, String description, @Nullable String image, List<ImportedVariant> variants) {
        return new ImportedProduct(
                terms.importId(),
                terms.brandId(),
                handle,
                head.get(Column.TITLE),
                description.isEmpty() ? null : description,
                head.has(Column.TYPE) ? head.get(Column.TYPE) : null,
                image,
                terms.market(),
                terms.publish() && published(head),
                variants);
    }

    /** A product that the brand does not show in its own shop is not put on sale here either. */
    private static boolean published(CsvRow head) {
        String status = head.get(Column.STATUS).toLowerCase(Locale.ROOT);
        return !head.get(Column.PUBLISHED).equalsIgnoreCase("false") && (status.isEmpty() || status.equals("active"));
    }

    private List<ImportedVariant> variants(CsvRow head, List<CsvRow> rows) {
        List<CsvRow> described = rows.stream().filter(CsvRow::describesVariant).toList();
        if (described.isEmpty()) {
            refuse(head, Column.PRICE, "missing-price", "The product has no price.");
        }
        return described.stream().flatMap(row -> variant(head, row).stream()).toList();
    }

    /** Every error of the row is told, not only the first. */
    private Optional<ImportedVariant> variant(CsvRow head, CsvRow row) {
        int before = errors.size();
        Money price = price(row);
        String gtin = gtin(row);
        Long quantity = quantity(row);
        String sku = row.has(Column.SKU) ? row.get(Column.SKU) : null;
        requireLength(row, Column.SKU, row.get(Column.SKU), 100);
        Map<String, String> options = options(head, row);
        if (errors.size() > before || price == null) {
            return Optional.empty();
        }
        return Optional.of(new ImportedVariant(row.number(), sku, gtin, options, price, quantity));
    }

    private @Nullable Money price(CsvRow row) {
        String text = row.get(Column.PRICE);
        if (text.isEmpty()) {
            refuse(row, Column.PRICE, "missing-price", "The variant has no price.");
            return null;
        }
        int decimals = Currency.getInstance(terms.currency()).getDefaultFractionDigits();
        if (!DECIMAL.matcher(text).matches()) {
            refuse(row, Column.PRICE, "invalid-price", "A price is a number such as 19.99.");
            return null;
        }
        BigDecimal minor = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
        if (minor.scale() > 0 || minor.signum() == 0 || minor.compareTo(BigDecimal.valueOf(MAX_AMOUNT)) > 0) {
            refuse(
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
            refuse(row, Column.BARCODE, "invalid-gtin", "It is not a GTIN with a valid check digit; it may be blank.");
        }
        return text;
    }

    private @Nullable Long quantity(CsvRow row) {
        String text = row.get(Column.QUANTITY);
        if (!terms.applyQuantities() || text.isEmpty()) {
            return null;
        }
        if (!QUANTITY.matcher(text).matches()) {
            refuse(row, Column.QUANTITY, "invalid-quantity", "A quantity is a whole number of 0 or more.");
            return null;
        }
        return Long.valueOf(text);
    }

    /** A product without choices carries the one option "Title" with the value "Default Title". */
    private Map<String, String> options(CsvRow head, CsvRow row) {
        Map<String, String> options = new LinkedHashMap<>();
        for (List<Column> option : OPTIONS) {
            String value = row.get(option.getLast());
            String name = head.has(option.getFirst())
                    ? head.get(option.getFirst())
                    : option.getFirst().title();
            if (value.isEmpty() || (name.equals("Title") && value.equals("Default Title"))) {
                continue;
            }
            requireLength(row, option.getFirst(), name, 50);
            requireLength(row, option.getLast(), value, 100);
            options.put(name, value);
        }
        return options;
    }

    /** An image that cannot be shown does not keep its product from being sold. */
    private @Nullable String image(List<CsvRow> rows) {
        String first = null;
        for (CsvRow row : rows) {
            if (row.has(Column.IMAGE)) {
                String url = row.get(Column.IMAGE);
                if (!HTTP_URL.matcher(url).matches()) {
                    refuse(row, Column.IMAGE, "invalid-url", "An image is an http or https URL.");
                } else if (first == null) {
                    first = url;
                }
            }
        }
        return first;
    }

    private boolean readable(CsvRow row) {
        if (row.hasForbiddenCharacter()) {
            errors.add(new RowError(row.number(), null, "invalid-character", "The row contains the character U+0000."));
            return false;
        }
        return true;
    }

    private void requireLength(CsvRow row, Column column, String text, int limit) {
        if (text.length() > limit) {
            refuse(row, column, "too-long", "It has at most " + limit + " characters.");
        }
    }

    private void refuse(CsvRow row, Column column, String code, String message) {
        errors.add(RowError.of(row, column, code, message));
    }
}
