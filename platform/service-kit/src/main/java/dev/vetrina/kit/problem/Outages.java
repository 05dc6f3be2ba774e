package dev.vetrina.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outage, after which the same work may succeed, from a mistake, which no retry mends. By the SQL states of
 * PostgreSQL's appendix A: 08 connection, 25P0x session time-outs, 40 rollback such as deadlock, 53 resources, 55P03 lock,
 * 57 operator intervention, 58 system.
 */
public final class Outages {

    private Outages() {}

    public static boolean causedBy(@Nullable Throwable e) {
        return Causes.of(e).anyMatch(Outages::isOutage);
    }

    private static boolean isOutage(Throwable e) {
        return e instanceof SQLTransientException
                || e instanceof RetriableException
                || (e instanceof ProblemException refusal && refusal.status() == 503)
                || (e instanceof SQLException sql && transientState(sql));
    }

    private static boolean transientState(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            // The pool throws without a state when it cannot give a connection in time.
            return e.getClass() == SQLException.class;
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "40", "53", "57", "58" -> true;
            case "25", "55" -> state.startsWith("25P0") || state.equals("55P03");
            default -> false;
        };
    }
}
