package dev.vetrina.live.statistics;

import java.sql.SQLException;

/** The figures could not be written. */
final class StatisticsException extends RuntimeException {

    StatisticsException(SQLException cause) {
        super(cause);
    }
}
