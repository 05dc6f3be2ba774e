package dev.vetrina.order.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One kind of row that drafts only add, such as entries of a log. */
public interface AppendedRows<R> {

    void append(Connection connection, List<R> rows) throws SQLException;
}
