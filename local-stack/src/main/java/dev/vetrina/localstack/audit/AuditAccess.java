package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Where the records are.
 *
 * @param jdbcUrl of the order database
 * @param bootstrapServers of Kafka
 */
public record AuditAccess(String jdbcUrl, String user, String password, String bootstrapServers) {

    private static final Duration POLL = Duration.ofMillis(250);
    // An authorisation that waits for its goods to leave is at rest; one that nobody wants is about to be given up.
    private static final String UNDER_WAY = """
            select (select count(*) from outbox)
                + (select count(*) from payment where status in ('PROCESSING', 'UNKNOWN')
                    or (status = 'AUTHORISED' and check_at is not null and captured_amount = 0
                        and (unwanted or released_amount = amount)))
                + (select count(*) from refund where check_at is not null)
                + (select count(*) from payment_capture where check_at is not null)
            """;

    /** Every local stack has its records at the same places. */
    public static AuditAccess of(Ports ports) {
        return new AuditAccess(
                "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRESQL) + "/orders",
                "postgres",
                "postgres",
                "127.0.0.1:" + ports.of(Port.KAFKA));
    }

    /**
     * Waits until the system has come to rest, and audits it. What is found is looked at again until the time is up: a hold may
     * end between the reading of one record and of the next.
     *
     * @throws StackFailure if it does not come to rest within {@code limit}
     */
    public SalesAudit audit(ClientNotes notes, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        awaitRest(deadline);
        SalesAudit audit = SalesAudit.of(books(), FactsReader.read(bootstrapServers), notes);
        while (!audit.holds() && System.nanoTime() < deadline) {
            pause();
            audit = SalesAudit.of(books(), FactsReader.read(bootstrapServers), notes);
        }
        return audit;
    }

    /** For a look at the database beside the audit. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /**
     * Whether stock adds up at this moment, which it always has to, however much is going on.
     *
     * @param connection used for a read-only transaction
     */
    public static List<AuditFinding> stockNow(Connection connection) throws SQLException {
        return StockAudit.of(BooksReader.readStock(connection));
    }

    /** The order database as of one moment. */
    private OrderBooks books() {
        try (Connection connection = connect()) {
            return BooksReader.read(connection);
        } catch (SQLException e) {
            throw new StackFailure("The order database cannot be read: " + e.getMessage(), e);
        }
    }

    private void awaitRest(long deadline) {
        long busy = busy();
        while (busy > 0) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure(
                        busy + " events, payments, captures or refunds of order-service are still on their way:"
                                + " its log may tell why.");
            }
            pause();
            busy = busy();
        }
    }

    private long busy() {
        try (Connection connection = connect()) {
            return underWay(connection);
        } catch (SQLException e) {
            throw new StackFailure("The order database cannot be read: " + e.getMessage(), e);
        }
    }

    /** Events that wait for Kafka, and payments, captures and refunds that the provider will be asked about. */
    static long underWay(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(UNDER_WAY)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
