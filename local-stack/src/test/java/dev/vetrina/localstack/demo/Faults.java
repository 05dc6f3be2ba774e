package dev.vetrina.localstack.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.ServiceProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is done to the system, one at a time, while it sells. Each ends with the system whole again. */
final class Faults {

    private static final String RELAY = """
            select coalesce(max(a.application_name), '') from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted
                and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('order-outbox', 0)
            """;
    private static final String BACKENDS = """
            select pid from pg_stat_activity where datname = 'orders' and backend_type = 'client backend'
                and application_name like 'order%' order by pid
            """;

    /** order-service's idle_in_transaction_session_timeout, and a little more. */
    private static final Duration LOCKS_ARE_FREE = Duration.ofMillis(5_500);

    private static final int EVENTS_BEFORE_THE_KILL = 30;

    private final LocalStack stack;
    private final FaultPlan plan;
    private final AuditAccess records;
    private final ClientLog log;
    private final Random random;

    Faults(LocalStack stack, FaultPlan plan, AuditAccess records, ClientLog log) {
        this.stack = stack;
        this.plan = plan;
        this.records = records;
        this.log = log;
        this.random = new Random(plan.seed());
    }

    /** @param name for the one who reads what happened */
    record Fault(String name, Runnable make) {}

    /** Each kind once, in an order that the seed decides. */
    List<Fault> round() {
        List<Fault> faults = new ArrayList<>(List.of(
                new Fault("kill -9 of order-service", this::killOrderService),
                new Fault("kill -9 of a PostgreSQL backend", this::killBackend),
                new Fault("kill -9 of PostgreSQL's postmaster", this::killPostmaster),
                new Fault("kill -9 of Kafka", this::killKafka),
                new Fault("SIGSTOP of order-service past a hold's end", this::freezeOrderService),
                new Fault("webhooks twice, in any order, and kill -9 of order-service", this::stormWebhooks)));
        if (plan.orderInstances() > 1) {
            faults.add(new Fault("SIGSTOP of the outbox relay past its lock", this::freezeRelay));
        }
        Collections.shuffle(faults, random);
        return faults;
    }

    private void killOrderService() {
        ServiceProcess victim = anyInstance();
        victim.kill();
        stack.restart(victim);
    }

    private void killBackend() {
        List<Long> backends = query(BACKENDS, row -> row.getLong(1));
        long victim = backends.get(random.nextInt(backends.size()));
        ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
    }

    private void killPostmaster() {
        stack.killPostgreSql();
        stack.restartPostgreSql();
    }

    /** With Kafka down, checkout goes on. */
    private void killKafka() {
        stack.kafka().kill();
        int before = log.orders();
        Pauses.pause(plan.kafkaOutage());
        assertThat(log.orders()).as("orders accepted while Kafka was away").isGreaterThan(before);
        stack.restartKafka();
    }

    private void stormWebhooks() {
        WebhookPost post = new WebhookPost(stack.options().ports().url(Port.GATEWAY));
        try (WebhookStorm storm = WebhookStorm.begin(records, post, new Random(random.nextLong()))) {
            storm.awaitTaken(EVENTS_BEFORE_THE_KILL);
            killOrderService();
            Pauses.pause(plan.storm());
            storm.awaitEnd();
        }
    }

    private void freezeOrderService() {
        freeze(anyInstance());
    }

    /** The other instance takes over, and events flow again while the first one still stands. */
    private void freezeRelay() {
        String relay = await("an instance relays")
                .atMost(plan.relayLock().plusSeconds(20))
                .until(this::relay, held -> !held.isEmpty());
        ServiceProcess frozen = stack.instances(Service.ORDER).stream()
                .filter(process -> process.id().equals(relay))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no instance relays, but " + relay));
        frozen.pause();
        long begun = System.nanoTime();
        try {
            await().atMost(plan.relayLock().plusSeconds(20)).until(() -> isAnother(relay));
            Duration passed = Duration.ofNanos(System.nanoTime() - begun);
            Pauses.pause(plan.freeze().minus(passed));
        } finally {
            frozen.resume();
        }
    }

    private boolean isAnother(String relay) {
        String now = relay();
        return !now.isEmpty() && !now.equals(relay);
    }

    /** The row locks that one keeps who stands still are lost when the database ends its transaction; the other sells then. */
    private void freeze(ServiceProcess process) {
        int before = log.orders();
        process.pause();
        try {
            Pauses.pause(LOCKS_ARE_FREE);
            int whenFree = log.orders();
            Pauses.pause(plan.freeze().minus(LOCKS_ARE_FREE));
            int accepted = log.orders();
            System.out.println((accepted - before) + " orders were accepted while " + process.id() + " stood still, "
                    + (accepted - whenFree) + " of them after its transactions were ended");
            if (plan.orderInstances() > 1) {
                assertThat(accepted)
                        .as("orders accepted while one of two instances stood still")
                        .isGreaterThan(whenFree);
            }
        } finally {
            process.resume();
        }
    }

    /** Returns in the middle of the selling again, so that a fault always meets some of it. */
    void awaitOrders(int more) {
        int wanted = log.orders() + more;
        await().atMost(90, SECONDS).pollInterval(Duration.ofMillis(20)).until(() -> log.orders() >= wanted);
    }

    private ServiceProcess anyInstance() {
        List<ServiceProcess> instances = stack.instances(Service.ORDER);
        return instances.get(random.nextInt(instances.size()));
    }

    private String relay() {
        return query(RELAY, row -> row.getString(1)).getFirst();
    }

    private <T> List<T> query(String sql, Reading<T> reading) {
        try (Connection connection = records.connect();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
