package dev.vetrina.catalog.catalogimport;

/** The file as a whole cannot be imported. */
final class UnreadableFileException extends Exception {

    private final transient RowError error;

    UnreadableFileException(RowError error) {
        super(error.message());
        this.error = error;
    }

    RowError error() {
        return error;
    }
}
