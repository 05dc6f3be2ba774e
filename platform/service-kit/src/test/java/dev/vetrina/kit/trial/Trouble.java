package dev.vetrina.kit.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** What goes wrong when an event is taken, as a test wants it. */
@ApplicationScoped
public class Trouble {

    private final DataSource dataSource;
    private final Gate gate;
    private final Set<String> gated = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> poisonous = new ConcurrentHashMap<>();
    private final AtomicInteger outages = new AtomicInteger();
    private final AtomicInteger lostConnections = new AtomicInteger();
    private final AtomicInteger lostRaces = new AtomicInteger();

    Trouble(DataSource dataSource, Gate gate) {
        this.dataSource = dataSource;
        this.gate = gate;
    }

    /** The event of this key with this sequence can never be taken, until it is cured. */
    public void poison(String key, long sequence) {
        poisonous.put(key, sequence);
    }

    public void cure(String key) {
        poisonous.remove(key);
    }

    /** Whoever takes an event of this key has to pass the gate. */
    public void gate(String key) {
        gated.add(key);
    }

    /** The database does not answer, so many times. */
    public void outages(int times) {
        outages.set(times);
    }

    /** The database ends the connection in the middle of the transaction, so many times. */
    public void lostConnections(int times) {
        lostConnections.set(times);
    }

    /** Another transaction changed the row, so many times. */
    public void lostRaces(int times) {
        lostRaces.set(times);
    }

    public boolean isOver() {
        return outages.get() <= 0 && lostConnections.get() <= 0 && lostRaces.get() <= 0;
    }

    void strike(String key, long sequence) throws InterruptedException {
        if (gated.contains(key)) {
            gate.pass();
        }
        if (Objects.equals(poisonous.get(key), sequence)) {
            throw new IllegalArgumentException("a sequence of \0 " + sequence + " is beyond understanding");
        }
        if (outages.getAndDecrement() > 0) {
            throw new IllegalStateException(new SQLTransientConnectionException("no route to host"));
        }
        if (lostRaces.getAndDecrement() > 0) {
            throw new OptimisticLockException("the row was changed");
        }
        if (lostConnections.getAndDecrement() > 0) {
            endConnection();
        }
    }

    private void endConnection() {
        try (var connection = dataSource.getConnection();
                var end = connection.createStatement()) {
            end.execute("select pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
