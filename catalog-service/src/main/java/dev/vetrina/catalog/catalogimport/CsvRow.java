package dev.vetrina.catalog.catalogimport;

import java.util.Map;

/**
 * A row of the file, without its blank cells.
 *
 * @param number as a spreadsheet counts: the header is row 1
 */
record CsvRow(int number, Map<Column, String> cells) {

    /** The cell without surrounding blanks, or the empty text. */
    String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(Column column) {
        return cells.containsKey(column);
    }

    /** Whether it describes a variant, and not only a further image. */
    boolean describesVariant() {
        return has(Column.PRICE)
                || has(Column.SKU)
                || has(Column.BARCODE)
                || has(Column.OPTION1_VALUE)
                || has(Column.OPTION2_VALUE)
                || has(Column.OPTION3_VALUE);
    }

    /** PostgreSQL cannot store U+0000 in a text. */
    boolean hasForbiddenCharacter() {
        return cells.values().stream().anyMatch(cell -> cell.indexOf('\0') >= 0);
    }
}
