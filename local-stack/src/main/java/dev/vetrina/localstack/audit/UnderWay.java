package dev.vetrina.localstack.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events that wait for Kafka, and payments, captures and refunds that the provider will be asked about. */
record UnderWay(long events, long payments, long captures, long refunds) {

    // An authorisation that waits for its goods to leave is at rest; one that nobody wants is about to be given up.
    private static final String COUNT = """
            select (select count(*) from outbox),
                (select count(*) from payment where status in ('PROCESSING', 'UNKNOWN')
                    or (status = 'AUTHORISED' and check_at is not null and captured_amount = 0
                        and (unwanted or released_amount = amount))),
                (select count(*) from payment_capture where check_at is not null),
                (select count(*) from refund where check_at is not null)
            """;

    static UnderWay in(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(COUNT)) {
            row.next();
            return new UnderWay(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    long total() {
        return events + payments + captures + refunds;
    }

    /** Such as {@code events: 12, refunds: 1}. */
    @Override
    public String toString() {
        return Stream.of(
                        named("events", events),
                        named("payments", payments),
                        named("captures", captures),
                        named("refunds", refunds))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(String what, long count) {
        return count == 0 ? "" : what + ": " + count;
    }
}
