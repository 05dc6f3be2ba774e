package dev.vetrina.order.inventory;

import java.sql.SQLException;

/** The database did not answer as it should. */
final class InventoryStorageException extends RuntimeException {
    InventoryStorageException(SQLException cause) {
        super(cause);
    }
}
