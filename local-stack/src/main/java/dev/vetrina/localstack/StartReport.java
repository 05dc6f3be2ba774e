package dev.vetrina.localstack;

import dev.vetrina.localstack.stack.DemoAccounts;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.MemoryUse;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What {@code up} prints once everything is ready. */
final class StartReport {

    private static final String TOKEN_PATH = "/realms/vetrina/protocol/openid-connect/token";

    private StartReport() {}

    static String of(LocalStack stack, Duration taken, OptionalDouble stolen) {
        return "\n" + readiness(taken, stolen) + "\n\n" + processes(stack) + "\n"
                + advice(stack.options().ports());
    }

    private static String readiness(Duration taken, OptionalDouble stolen) {
        String share = stolen.isPresent()
                ? String.format(Locale.ROOT, ", %.0f %% of the CPU stolen meanwhile", stolen.getAsDouble() * 100)
                : "";
        return String.format(Locale.ROOT, "Vetrina is ready after %.1f s%s.", taken.toMillis() / 1000.0, share);
    }

    private static String processes(LocalStack stack) {
        Ports ports = stack.options().ports();
        MemoryUse memory = MemoryUse.of(stack);
        StringBuilder table = new StringBuilder(row("", "URL", "PSS MiB"));
        for (Service service : List.of(Service.GATEWAY, Service.CATALOG, Service.LIVE, Service.ORDER)) {
            stack.instances(service)
                    .forEach(process -> table.append(
                            row(process.id(), ports.url(process.port()), mebibytes(memory, process.id()))));
        }
        table.append(row("identity", ports.url(Port.IDENTITY), mebibytes(memory, "launcher and identity")));
        table.append(row("PostgreSQL", "127.0.0.1:" + ports.of(Port.POSTGRESQL), mebibytes(memory, "postgresql")));
        table.append(row("Kafka", "127.0.0.1:" + ports.of(Port.KAFKA), mebibytes(memory, "kafka")));
        return table.append(row("together", "", memory.bytes().isEmpty() ? "-" : mebibytes(memory.sum())))
                .toString();
    }

    private static String mebibytes(MemoryUse memory, String process) {
        Long bytes = memory.bytes().get(process);
        return bytes == null ? "-" : mebibytes(bytes);
    }

    private static String mebibytes(long bytes) {
        return Long.toString(Math.round(bytes / 1048576.0));
    }

    private static String row(String name, String url, String memory) {
        return String.format(Locale.ROOT, "  %-12s %-26s %8s%n", name, url, memory);
    }

    private static String advice(Ports ports) {
        return """
                The API's description: %1$s/docs and %1$s/openapi.json
                Accounts: operator, finance, moderator, creator-1, customer-1, customer-2, …, all with the password %4$s
                A token:
                  curl -s %2$s%3$s -d grant_type=password -d client_id=%5$s -d username=customer-1 -d password=%4$s
                Stop with Ctrl-C, or ./vetrina down from another terminal.\
                """.formatted(
                        ports.url(Port.GATEWAY),
                        ports.url(Port.IDENTITY),
                        TOKEN_PATH,
                        DemoAccounts.PASSWORD,
                        DemoAccounts.CLIENT);
    }
}
