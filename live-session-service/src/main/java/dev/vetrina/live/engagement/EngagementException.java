package dev.vetrina.live.engagement;

import java.sql.SQLException;

/** The figures could not be written. */
final class EngagementException extends RuntimeException {

    EngagementException(SQLException cause) {
        super(cause);
    }
}
