package dev.vetrina.live.presence;

import java.sql.SQLException;

/** The figures could not be written. */
final class PresenceException extends RuntimeException {

    PresenceException(SQLException cause) {
        super(cause);
    }
}
