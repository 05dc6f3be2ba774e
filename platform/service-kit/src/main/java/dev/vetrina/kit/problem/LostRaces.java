package dev.vetrina.kit.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells that somebody else was faster: the row was changed since it was read, has become the second of its kind, or both stood in
 * each other's way. The work as such may be right, and succeeds or is refused properly when it is done again.
 */
public final class LostRaces {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final Set<String> ENDED = Set.of("40001", "40P01");

    /** By name, as a service without a database has no Jakarta Persistence. */
    private static final Set<String> STALE_ROWS =
            Set.of("jakarta.persistence.OptimisticLockException", "org.hibernate.StaleStateException");

    private LostRaces() {}

    /** Whether a row was changed or deleted by another transaction since this one read it. */
    public static boolean staleRow(@Nullable Throwable e) {
        return Causes.of(e).anyMatch(cause -> isStale(cause.getClass()));
    }

    /** Whether a unique constraint refused a row. */
    public static boolean duplicateRow(@Nullable Throwable e) {
        return Causes.of(e)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }

    /** Whether the database ended the transaction for another's sake: a deadlock, or an order in which both cannot have been. */
    public static boolean ended(@Nullable Throwable e) {
        return Causes.of(e)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && ENDED.contains(sql.getSQLState()));
    }

    private static boolean isStale(@Nullable Class<?> type) {
        return type != null && (STALE_ROWS.contains(type.getName()) || isStale(type.getSuperclass()));
    }
}
