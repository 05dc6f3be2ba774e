package dev.vetrina.order.webhook.message;

import java.sql.SQLException;

/** The database did not answer as it should. */
public final class WebhookStorageException extends RuntimeException {

    public WebhookStorageException(SQLException cause) {
        super(cause);
    }
}
