package dev.vetrina.order.lifecycle;

import dev.vetrina.order.CountedStatements;
import io.quarkus.test.junit.QuarkusMock;
import javax.sql.DataSource;

/** The orders of the running service, with their statements counted until the test ends. */
public final class CountedOrders {

    private CountedOrders() {}

    public static void install(CountedStatements statements, DataSource dataSource) {
        QuarkusMock.installMockForType(new Orders(statements.of(dataSource)), Orders.class);
    }
}
