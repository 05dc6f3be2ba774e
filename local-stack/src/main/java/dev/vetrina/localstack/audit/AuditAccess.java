package dev.vetrina.localstack.audit;

import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.StackFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the records are.
 *
 * @param jdbcUrl of the order database
 * @param bootstrapServers of Kafka
 */
public record AuditAccess(String jdbcUrl, String user, String password, String bootstrapServers) {

    /** Every local stack has its records at the same places. */
    public static AuditAccess of(Ports ports) {
        return new AuditAccess(
                "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRESQL) + "/orders",
                "postgres",
                "postgres",
                "127.0.0.1:" + ports.of(Port.KAFKA));
    }

    /**
     * Waits until the system has come to rest, and audits it. What is found is looked at again until it is there for good.
     *
     * @param limit for all of it but the last reading
     * @param progress is told line by line what is waited for
     * @throws StackFailure if it does not come to rest within {@code limit}
     */
    public SalesAudit audit(ClientNotes notes, Duration limit, Consumer<String> progress) {
        return new PatientAudit(
                        () -> read(UnderWay::in),
                        () -> SalesAudit.of(read(BooksReader::read), FactsReader.read(bootstrapServers), notes),
                        progress,
                        System::nanoTime,
                        Pauses::pause)
                .within(limit);
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

    private <T> T read(Reading<T> reading) {
        try (Connection connection = connect()) {
            return reading.of(connection);
        } catch (SQLException e) {
            throw new StackFailure("The order database cannot be read: " + e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }
}
