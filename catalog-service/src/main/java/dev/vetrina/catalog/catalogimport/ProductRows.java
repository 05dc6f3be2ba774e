package dev.vetrina.catalog.catalogimport;

import java.util.List;

/** All rows of one handle, in the file's order; a row without a handle stands alone. */
record ProductRows(String handle, List<CsvRow> rows) {

    CsvRow first() {
        return rows.getFirst();
    }
}
