package dev.vetrina.testkit.server;

import dev.vetrina.testkit.jvm.JvmWide;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one PostgreSQL and the one Kafka of this test JVM, each started when it is first asked for and ended with the JVM.
 * They run in containers where a Docker engine answers, otherwise embedded; {@code -Dvetrina.test.servers=embedded} or
 * {@code containers} overrules that.
 */
public final class RealServers {

    private static @Nullable Boolean inContainers;
    private static @Nullable PostgreSqlServer postgreSql;
    private static @Nullable KafkaServer kafka;

    private RealServers() {}

    public static PostgreSqlServer postgreSql() {
        return JvmWide.shared(PostgreSqlServer.class, RealServers.class, "postgreSqlOfThisLoader");
    }

    public static KafkaServer kafka() {
        return JvmWide.shared(KafkaServer.class, RealServers.class, "kafkaOfThisLoader");
    }

    static synchronized PostgreSqlServer postgreSqlOfThisLoader() {
        if (postgreSql == null) {
            postgreSql = inContainers() ? new ContainerPostgreSql() : embeddedPostgreSql();
        }
        return postgreSql;
    }

    static synchronized KafkaServer kafkaOfThisLoader() {
        if (kafka == null) {
            kafka = inContainers() ? new ContainerKafka() : embeddedKafka();
        }
        return kafka;
    }

    /** Registers its own shutdown hook. Tests do not cut the power, so they need no fsync. */
    private static EmbeddedPostgreSql embeddedPostgreSql() {
        return EmbeddedPostgreSql.builder().fsync(false).start();
    }

    private static EmbeddedKafka embeddedKafka() {
        EmbeddedKafka started = EmbeddedKafka.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            started.kill();
            started.close();
        }));
        return started;
    }

    private static boolean inContainers() {
        if (inContainers == null) {
            inContainers = choice();
            Logger logger = System.getLogger(RealServers.class.getName());
            logger.log(
                    Level.INFO,
                    inContainers
                            ? "Test servers: Testcontainers with PostgreSQL 18 and Kafka 4.1.1"
                            : "Test servers: embedded PostgreSQL 18 and Kafka 4.1.1, as no Docker engine is used");
        }
        return inContainers;
    }

    private static boolean choice() {
        String wanted = System.getProperty("vetrina.test.servers", "").toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "embedded" -> false;
            case "containers" -> true;
            case "" -> Docker.answers();
            default ->
                throw new IllegalArgumentException("vetrina.test.servers is embedded or containers, not " + wanted);
        };
    }
}
