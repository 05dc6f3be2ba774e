package dev.vetrina.order.salesstop;

import dev.vetrina.events.SalesStopEvent.Scope;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.LockRank;
import dev.vetrina.order.commit.LockedRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** The stops that concern a batch: a key is a scope and its code. No stop is set until the batch has ended. */
public final class ActiveStops implements LockedRows<String, ActiveStops.Stop> {

    public static final ActiveStops SALES_STOPS = new ActiveStops();

    private static final String LOCK = "select stop_id, stop_scope, stop_code, stop_reason from active_sales_stops(?)";

    private ActiveStops() {}

    /** A stop that is in force. */
    public record Stop(UUID id, Scope scope, String code, String reason) {}

    public static String market(String code) {
        return key(Scope.MARKET, code);
    }

    public static String session(UUID id) {
        return key(Scope.SESSION, id.toString());
    }

    public static String variant(UUID id) {
        return key(Scope.VARIANT, id.toString());
    }

    public static String brand(UUID id) {
        return key(Scope.BRAND, id.toString());
    }

    private static String key(Scope scope, String code) {
        return scope + ":" + code;
    }

    /** @throws ProblemException 409 {@code sales-stopped} if one of the keys, for which the draft has asked, is stopped */
    public static void requireNone(Batch batch, Collection<String> keys) {
        for (String key : keys) {
            batch.find(SALES_STOPS, key).ifPresent(stop -> {
                throw ProblemException.conflict("sales-stopped", "Sales are stopped: " + stop.reason())
                        .with("scope", stop.scope())
                        .with("stoppedCode", stop.code());
            });
        }
    }

    @Override
    public LockRank rank() {
        return LockRank.SALES_STOPS;
    }

    @Override
    public Map<String, Stop> lock(Connection connection, SortedSet<String> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<String, Stop> stops = new HashMap<>();
                while (row.next()) {
                    Scope scope = Scope.valueOf(row.getString(2));
                    Stop stop = new Stop(row.getObject(1, UUID.class), scope, row.getString(3), row.getString(4));
                    stops.put(key(scope, stop.code()), stop);
                }
                return stops;
            }
        }
    }

    @Override
    public void write(Connection connection, Collection<Stop> stops, Batch batch) {
        // A batch only reads them.
    }
}
