package dev.vetrina.testkit.server;

/** A running PostgreSQL 18. */
public interface PostgreSqlServer {

    /** {@code jdbc:postgresql://host:port/database}. */
    String jdbcUrl(String database);

    String user();

    String password();

    /** Creates the database unless it is there. The name is in lower case: letters, digits and underscores. */
    void createDatabase(String name);
}
