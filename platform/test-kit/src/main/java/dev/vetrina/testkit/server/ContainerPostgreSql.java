package dev.vetrina.testkit.server;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL 18 in a container. */
final class ContainerPostgreSql implements PostgreSqlServer {

    private final PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine")
            .withUsername("postgres")
            .withPassword("postgres")
            // The same sorting as the embedded server's.
            .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C")
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");

    ContainerPostgreSql() {
        container.start();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + container.getHost() + ":"
                + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }

    @Override
    public String user() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public void createDatabase(String name) {
        Database.create(this, name);
    }
}
