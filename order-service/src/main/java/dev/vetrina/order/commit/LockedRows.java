package dev.vetrina.order.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;

/**
 * One kind of row that drafts change together: locked before the first of them is taken, written after the last.
 *
 * @param <K> what identifies a row
 * @param <R> the row in memory, which remembers what was done to it
 */
public interface LockedRows<K extends Comparable<K>, R> {

    /** No two kinds have the same. */
    LockRank rank();

    /**
     * Locks and reads the rows, in one order for everybody.
     *
     * @return the rows that there are; a kind whose missing rows begin empty returns one for every key
     */
    Map<K, R> lock(Connection connection, SortedSet<K> keys) throws SQLException;

    /**
     * Writes what was changed.
     *
     * @param rows those that were locked and those that drafts have added
     * @param batch to which the events that follow from the change are told
     */
    void write(Connection connection, Collection<R> rows, Batch batch) throws SQLException;
}
