package dev.vetrina.testkit;

import dev.vetrina.testkit.identity.TestIdentity;
import dev.vetrina.testkit.server.PostgreSqlServer;
import dev.vetrina.testkit.server.RealServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real broker, an identity provider and, if the argument {@code database} names one, a
 * real and empty database. The argument {@code topics} lists, separated by commas, topics to create: those that the
 * service only reads, and that nobody else creates in its tests.
 */
public final class VetrinaTestResource implements QuarkusTestResourceLifecycleManager {

    private String database = "";
    private String topics = "";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", "");
        topics = arguments.getOrDefault("topics", "");
    }

    @Override
    public Map<String, String> start() {
        String bootstrapServers = RealServers.kafka().bootstrapServers();
        KafkaTopics.create(
                bootstrapServers,
                Arrays.stream(topics.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
        Map<String, String> configuration = new HashMap<>();
        configuration.put("kafka.bootstrap.servers", bootstrapServers);
        configuration.put("quarkus.oidc.auth-server-url", TestIdentity.issuer());
        configuration.put("vetrina.identity.admin.client-secret", TestIdentity.ADMIN_SECRET);
        if (!database.isEmpty()) {
            configuration.putAll(datasource());
        }
        return configuration;
    }

    private Map<String, String> datasource() {
        PostgreSqlServer server = RealServers.postgreSql();
        // The process id keeps JVMs apart that are given one server.
        String name = database + "_" + ProcessHandle.current().pid();
        server.createDatabase(name);
        return Map.of(
                "quarkus.datasource.jdbc.url", server.jdbcUrl(name),
                "quarkus.datasource.username", server.user(),
                "quarkus.datasource.password", server.password());
    }

    /** The servers stay for the next test of this JVM and end with it. */
    @Override
    public void stop() {}
}
