package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.product.IntakeResult.RefusedVariant;
import dev.vetrina.kit.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of a product, in the words of the file. */
final class RowErrors {

    private static final Logger LOG = Logger.getLogger(RowErrors.class);

    private RowErrors() {}

    static RowError of(RefusedVariant refused) {
        return new RowError(refused.row(), column(refused.field()), refused.code(), refused.message());
    }

    static RowError of(CsvRow row, RuntimeException reason) {
        if (reason instanceof ProblemException refusal) {
            String message = refusal.getMessage() == null ? "The product breaks a rule." : refusal.getMessage();
            return new RowError(row.number(), null, refusal.code(), message);
        }
        LOG.error("A product could not be imported", reason);
        return new RowError(row.number(), null, "row-failed", "Something went wrong on our side.");
    }

    private static @Nullable String column(String field) {
        return switch (field) {
            case "sku" -> Column.SKU.title();
            case "options" -> Column.OPTION1_VALUE.title();
            default -> null;
        };
    }
}
