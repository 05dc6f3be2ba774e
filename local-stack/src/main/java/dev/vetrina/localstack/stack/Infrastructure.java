package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.server.EmbeddedKafka;
import dev.vetrina.testkit.server.EmbeddedPostgreSql;

/** PostgreSQL and Kafka, made small. */
final class Infrastructure {

    private Infrastructure() {}

    /** A commit is on the disk before it is answered, as in production: fsync stays on. */
    static EmbeddedPostgreSql startPostgreSql(StackOptions options) {
        EmbeddedPostgreSql server = EmbeddedPostgreSql.builder()
                .port(options.ports().of(Port.POSTGRESQL))
                .dataDirectory(options.data().resolve(LocalStack.POSTGRESQL))
                .log(options.logs().resolve("postgresql.log"))
                // Four pools of 20 where order-service runs twice, and the 64 clients of a benchmark's baseline.
                .maxConnections(160)
                // Memory only once it is used. With less, whoever sells writes pages out for others to have room.
                .setting("shared_buffers", "256MB")
                .setting("min_wal_size", "64MB")
                // Checkpoints by time: after each one every page is written to the log whole once more.
                .setting("max_wal_size", "2GB")
                .setting("huge_pages", "off")
                .setting("jit", "off")
                .setting("max_parallel_workers", "0")
                // The readers of PostgreSQL 18's asynchronous I/O are processes of their own: nothing here is that
                // large.
                .setting("io_method", "sync")
                .start();
        for (Service service : Service.values()) {
            service.database().ifPresent(server::createDatabase);
        }
        return server;
    }

    static EmbeddedKafka startKafka(StackOptions options) {
        return EmbeddedKafka.builder()
                .port(options.ports().of(Port.KAFKA))
                .dataDirectory(options.data().resolve(LocalStack.KAFKA))
                .log(options.logs().resolve("kafka.log"))
                .commandPrefix(Child.DEAF_TO_THE_TERMINAL)
                .memoryOptions(JvmOptions.KAFKA)
                .start();
    }
}
