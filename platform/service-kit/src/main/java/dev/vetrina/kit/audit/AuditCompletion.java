package dev.vetrina.kit.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes what became of an operation. What cannot be written then is in the log; the entry itself is there already. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@ApplicationScoped
class AuditCompletion {

    private static final Logger LOG = Logger.getLogger(AuditCompletion.class);

    private final AuditEntries entries;

    AuditCompletion(AuditEntries entries) {
        this.entries = entries;
    }

    void complete(UUID entry, int status, @Nullable UUID created) {
        write("entry " + entry + ", status " + status, () -> entries.complete(entry, status, created));
    }

    void refused(AuditedRequest request) {
        write(request.toString(), () -> entries.complete(entries.begin(request), 403, null));
    }

    /** Who is refused by role has not left the event loop yet, which must not wait for a database. */
    private static void write(String what, Write write) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            run(what, write);
        } else {
            Thread.startVirtualThread(() -> run(what, write));
        }
    }

    private static void run(String what, Write write) {
        try {
            write.run();
        } catch (SQLException e) {
            LOG.errorf(e, "The outcome of an operation could not be recorded: %s", what);
        }
    }

    private interface Write {
        void run() throws SQLException;
    }
}
