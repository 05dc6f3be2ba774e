package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.ServiceProcess;
import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service and all that stand before it, each as processes of its own; they end together. */
final class Fronts implements AutoCloseable {

    static final String OWN = "vetrina";

    /** What limits the errands: each request is counted by all that apply to it, as everywhere. */
    private static final List<String> COUNTED = List.of("ADDRESS", "CLIENT", "READS", "CHECKOUT", "ANONYMOUS_READS");

    private static final String NEVER_REACHED = "60000000/60S";

    private final List<Front> started = new ArrayList<>();

    private Fronts() {}

    /** Ours, as it is packaged; the identity provider is that of the system that is up. */
    static Fronts start(BenchmarkRun run) {
        Fronts fronts = new Fronts();
        try {
            Nginx nginx = Nginx.in(run.rawFigures());
            Front service = fronts.add(nginx.service());
            fronts.add(own(run, service));
            fronts.add(nginx.before(service));
            SpringCloudGateway spring = SpringCloudGateway.in(run);
            fronts.add(spring.before(service));
            fronts.add(spring.before(service, run.issuer()));
            return fronts;
        } catch (IOException e) {
            fronts.close();
            throw new UncheckedIOException("Something to compare with is missing: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            fronts.close();
            throw e;
        }
    }

    private Front add(Front front) {
        started.add(front);
        return front;
    }

    Front service() {
        return started.getFirst();
    }

    Front named(String name) {
        return started.stream()
                .filter(front -> front.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not started"));
    }

    private static Front own(BenchmarkRun run, Front service) throws IOException {
        int port = FreePort.find();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + run.ports().of(Port.KAFKA));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", run.issuer());
        for (String upstream : List.of("CATALOG", "LIVE", "ORDER")) {
            environment.put("VETRINA_UPSTREAM_" + upstream, "http://127.0.0.1:" + service.port());
        }
        COUNTED.forEach(limit -> environment.put("VETRINA_LIMITS_" + limit, NEVER_REACHED));
        PeerProcess process = PeerProcess.guarded(
                ServiceProcess.command(run.project(), Service.GATEWAY),
                environment,
                run.rawFigures().resolve("gateway.log"));
        return ready(OWN, port, process);
    }

    /** Once it takes connections; what does not start is ended. */
    static Front ready(String name, int port, PeerProcess process) throws IOException {
        try {
            process.awaitPort(port);
            return new Front(name, port, process);
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public void close() {
        started.reversed().forEach(Front::close);
    }
}
