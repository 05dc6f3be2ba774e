package dev.vetrina.order.stock;

import java.sql.SQLException;

/** The database did not answer as it should. */
final class StockStorageException extends RuntimeException {
    StockStorageException(SQLException cause) {
        super(cause);
    }
}
