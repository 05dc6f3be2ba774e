package dev.vetrina.catalog.catalogimport;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The file of a job that is not done. */
@Entity
@Immutable
@Table(name = "catalog_import_file")
class ImportFile {

    @Id
    private UUID importId;

    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected ImportFile() {}

    ImportFile(UUID importId, byte[] content) {
        this.importId = importId;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
