package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.server.EmbeddedPostgreSql;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables that connect a service to everything else. */
final class ServiceEnvironment {

    private ServiceEnvironment() {}

    static Map<String, String> of(
            Instance instance, StackOptions options, EmbeddedPostgreSql postgreSql, String issuer) {
        Service service = instance.service();
        Ports ports = options.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(instance.port())));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Port.KAFKA));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer);
        // Each arena of the C library's allocator keeps memory of its own; two are enough for so small a JVM.
        environment.put("MALLOC_ARENA_MAX", "2");
        service.database().ifPresent(database -> {
            // The database then tells whose a connection is.
            environment.put(
                    "QUARKUS_DATASOURCE_JDBC_URL", postgreSql.jdbcUrl(database) + "?ApplicationName=" + instance.id());
            environment.put("QUARKUS_DATASOURCE_USERNAME", postgreSql.user());
            environment.put("QUARKUS_DATASOURCE_PASSWORD", postgreSql.password());
        });
        if (service == Service.LIVE) {
            environment.put(
                    "VETRINA_FEED_TICKET_KEY", Secret.keptIn(options.data().resolve("feed-ticket-key")));
            environment.put(
                    "VETRINA_STREAM_HOOK_SECRET", Secret.keptIn(options.data().resolve("stream-hook-secret")));
        }
        if (service == Service.ORDER) {
            // A partner's server is tried out on the same machine.
            environment.put("VETRINA_WEBHOOKS_ALLOW_HTTP", "true");
            environment.put("VETRINA_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
        }
        if (service == Service.GATEWAY) {
            Service.behindTheGateway()
                    .forEach(upstream ->
                            environment.put("VETRINA_UPSTREAM_" + upstream.name(), urls(upstream, options)));
        }
        environment.putAll(options.settings());
        return environment;
    }

    /** Of every instance, with commas between them. */
    static String urls(Service service, StackOptions options) {
        return Instance.of(service, options).stream()
                .map(instance -> options.ports().url(instance.port()))
                .collect(Collectors.joining(","));
    }
}
