package dev.vetrina.live.chat;

import java.sql.SQLException;

/** The database did not do what it was asked to. */
class ChatException extends RuntimeException {
    ChatException(SQLException cause) {
        super(cause);
    }
}
