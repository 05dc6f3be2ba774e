package dev.vetrina.order.deal;

import java.sql.SQLException;

/** The database did not answer as it should. */
final class DealStorageException extends RuntimeException {
    DealStorageException(SQLException cause) {
        super(cause);
    }
}
