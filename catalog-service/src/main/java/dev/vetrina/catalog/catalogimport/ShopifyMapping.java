package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.product.ImportedProduct;
import dev.vetrina.catalog.product.ImportedProduct.ImportedVariant;
import dev.vetrina.catalog.product.ProductLimits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rows of one handle mean. */
final class ShopifyMapping {

    /** @param product absent if nothing of it can be imported */
    record Mapped(Optional<ImportedProduct> product, List<RowError> errors) {}

    /** Far beyond any product: so many variants with as many images again. */
    static final int MAX_ROWS = 1_000;

    /** Shopify's own limit of a description is about as high. */
    static final int MAX_HTML = 500_000;

    private static final Pattern HTTP_URL = Pattern.compile(ProductLimits.IMAGE_URL_FORM);

    private final ImportTerms terms;
    private final Findings findings = new Findings();

    private ShopifyMapping(ImportTerms terms) {
        this.terms = terms;
    }

    static Mapped map(ProductRows product, ImportTerms terms) {
        ShopifyMapping mapping = new ShopifyMapping(terms);
        return new Mapped(Optional.ofNullable(mapping.product(product)), mapping.findings.all());
    }

    private @Nullable ImportedProduct product(ProductRows product) {
        if (product.handle().isEmpty()) {
            findings.refuse(
                    product.first(), Column.HANDLE, "missing-handle", "Every row needs the handle of its product.");
            return null;
        }
        if (product.rows().size() > MAX_ROWS) {
            findings.refuse(product.first(), "too-many-rows", "A product has at most " + MAX_ROWS + " rows.");
            return null;
        }
        List<CsvRow> rows = product.rows().stream().filter(this::readable).toList();
        Optional<CsvRow> titled =
                rows.stream().filter(row -> row.has(Column.TITLE)).findFirst();
        if (titled.isEmpty()) {
            if (!rows.isEmpty()) {
                findings.refuse(rows.getFirst(), Column.TITLE, "missing-title", "The product has no title.");
            }
            return null;
        }
        CsvRow head = titled.get();
        int before = findings.count();
        String description = description(head);
        findings.requireLength(head, Column.HANDLE, product.handle(), ProductLimits.EXTERNAL_ID);
        findings.requireLength(head, Column.TITLE, head.get(Column.TITLE), ProductLimits.TITLE);
        findings.requireLength(head, Column.TYPE, head.get(Column.TYPE), ProductLimits.CATEGORY);
        if (findings.count() > before) {
            return null;
        }
        List<ImportedVariant> variants = variants(head, rows);
        return variants.isEmpty() ? null : product(product.handle(), head, description, image(rows), variants);
    }

    private String description(CsvRow head) {
        String html = head.get(Column.BODY);
        if (html.length() > MAX_HTML) {
            findings.refuse(head, Column.BODY, "too-long", "It has at most " + MAX_HTML + " characters of HTML.");
            return "";
        }
        String text = HtmlText.of(html);
        findings.requireLength(head, Column.BODY, text, ProductLimits.DESCRIPTION);
        return text;
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
            findings.refuse(head, Column.PRICE, "missing-price", "The product has no price.");
        }
        VariantMapping mapping = new VariantMapping(terms, head, findings);
        return described.stream().flatMap(row -> mapping.map(row).stream()).toList();
    }

    /** An image that cannot be shown does not keep its product from being sold. */
    private @Nullable String image(List<CsvRow> rows) {
        String first = null;
        for (CsvRow row : rows) {
            if (row.has(Column.IMAGE)) {
                String url = row.get(Column.IMAGE);
                if (url.length() > ProductLimits.IMAGE_URL
                        || !HTTP_URL.matcher(url).matches()) {
                    findings.refuse(row, Column.IMAGE, "invalid-url", "An image is an http or https URL.");
                } else if (first == null) {
                    first = url;
                }
            }
        }
        return first;
    }

    private boolean readable(CsvRow row) {
        if (row.hasForbiddenCharacter()) {
            findings.refuse(row, "invalid-character", "The row contains the character U+0000.");
            return false;
        }
        return true;
    }
}
