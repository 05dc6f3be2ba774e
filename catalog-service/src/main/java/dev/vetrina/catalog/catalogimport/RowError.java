package dev.vetrina.catalog.catalogimport;

import org.jspecify.annotations.Nullable;

/**
 * Why a row was not applied.
 *
 * @param column its title in the file; null if it is about the whole row
 * @param code stable, for programs
 */
record RowError(int row, @Nullable String column, String code, String message) {

    static RowError of(CsvRow row, Column column, String code, String message) {
        return new RowError(row.number(), column.title(), code, message);
    }
}
