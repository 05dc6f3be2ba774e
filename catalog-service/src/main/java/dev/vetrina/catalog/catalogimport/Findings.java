package dev.vetrina.catalog.catalogimport;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the rows of one product: gathered, so that all of it is told at once. */
final class Findings {

    private final List<RowError> errors = new ArrayList<>();

    void refuse(CsvRow row, Column column, String code, String message) {
        errors.add(RowError.of(row, column, code, message));
    }

    void refuse(CsvRow row, String code, String message) {
        errors.add(new RowError(row.number(), null, code, message));
    }

    void requireLength(CsvRow row, Column column, String text, int limit) {
        if (text.length() > limit) {
            refuse(row, column, "too-long", "It has at most " + limit + " characters.");
        }
    }

    int count() {
        return errors.size();
    }

    List<RowError> all() {
        return List.copyOf(errors);
    }
}
