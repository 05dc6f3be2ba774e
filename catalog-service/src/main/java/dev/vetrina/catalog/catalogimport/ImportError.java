package dev.vetrina.catalog.catalogimport;

import dev.vetrina.kit.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row's error, kept with its job. */
@Entity
@Table(name = "catalog_import_error")
class ImportError {

    @Id
    private UUID id;

    // Only queries read it.
    @SuppressWarnings("UnusedVariable")
    private UUID importId;

    private int rowNumber;

    private @Nullable String columnName;

    private String code;
    private String message;

    @SuppressWarnings("NullAway.Init")
    protected ImportError() {}

    ImportError(UUID importId, RowError error) {
        this.id = Ids.next();
        this.importId = importId;
        this.rowNumber = error.row();
        this.columnName = error.column();
        this.code = error.code();
        this.message = error.message();
    }

    ImportErrorView view() {
        return new ImportErrorView(rowNumber, columnName, code, message);
    }

    UUID id() {
        return id;
    }
}
