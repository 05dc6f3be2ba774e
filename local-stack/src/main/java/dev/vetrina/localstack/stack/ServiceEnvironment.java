package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.server.EmbeddedPostgreSql;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment variables that connect a service to everything else. */
final class ServiceEnvironment {

    /**
     * The limits are counted as everywhere, but here a whole audience sits behind one address, and a benchmark buys more in a
     * second than a customer in a life.
     */
    private static final Map<String, String> LIMITS = Map.of(
            "VETRINA_LIMITS_ADDRESS", "6000000/60S",
            "VETRINA_LIMITS_CLIENT", "6000000/60S",
            "VETRINA_LIMITS_READS", "600000/60S",
            "VETRINA_LIMITS_WRITES", "600000/60S",
            "VETRINA_LIMITS_CHECKOUT", "600000/60S",
            "VETRINA_LIMITS_FEED", "600000/60S",
            "VETRINA_LIMITS_ANONYMOUS_READS", "6000000/60S",
            "VETRINA_LIMITS_ANONYMOUS_WRITES", "600000/60S",
            "VETRINA_LIMITS_PROVIDER", "600000/60S",
            "VETRINA_CONNECTIONS_MAX_OF_ADDRESS", "16000");

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
            environment.put("VETRINA_IDENTITY_ADMIN_CLIENT_SECRET", identityAdminSecret(options));
            // A partner's system under development is on this machine, too.
            environment.put("VETRINA_WEBHOOKS_ALLOW_HTTP", "true");
            environment.put("VETRINA_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
        }
        if (service == Service.GATEWAY) {
            Service.behindTheGateway()
                    .forEach(upstream ->
                            environment.put("VETRINA_UPSTREAM_" + upstream.name(), urls(upstream, options)));
            environment.putAll(LIMITS);
        }
        environment.putAll(options.settings());
        return environment;
    }

    /** Of the client by which partners' clients are made. */
    static String identityAdminSecret(StackOptions options) {
        return Secret.keptIn(options.data().resolve("identity-admin-secret"));
    }

    /** Of every instance, with commas between them. */
    static String urls(Service service, StackOptions options) {
        return Instance.of(service, options).stream()
                .map(instance -> options.ports().url(instance.port()))
                .collect(Collectors.joining(","));
    }
}
