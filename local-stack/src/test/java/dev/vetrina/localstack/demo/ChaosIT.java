package dev.vetrina.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.StackOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes die in the middle of a show, as by a power cut: {@code kill -9}. */
class ChaosIT {

    /** Longer than a payment stays claimed by a process that was killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** A kill comes after so many orders at the latest, out of about twice as many that a pinned product gets. */
    private static final int LATEST_ORDER_BEFORE_A_KILL = 5;

    private static @Nullable LocalStack started;

    @BeforeAll
    static void startTheWholeSystem() {
        Path home = Path.of("target", "chaos");
        Path project = Path.of(System.getProperty("vetrina.project", ".."));
        started = LocalStack.start(new StackOptions(project, home, Ports.free(), true, Map.of()), ChaosIT::say);
    }

    @AfterAll
    static void stopTheWholeSystem() {
        if (started != null) {
            started.close();
        }
    }

    static List<ChaosPlan> plans() {
        return ChaosPlan.ofThisRun();
    }

    @ParameterizedTest
    @MethodSource("plans")
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void noOrderIsLostOrDoubledWhenOrderServiceAndThenKafkaAreKilledInTheMiddleOfAShow(ChaosPlan plan) {
        long begin = System.nanoTime();
        say("Chaos with -Dvetrina.seed=" + plan.seed() + ": " + plan);
        try (ChaosShow show = ChaosShow.open(plan, options(plan))) {
            show.awaitEverybodyWatches();
            killOrderService(show, plan);
            killKafka(show, plan);
            Evidence evidence = show.end();

            AuditAccess records = AuditAccess.of(stack().options().ports());
            Verdict verdict = Verdict.on(evidence).and(RecordsCheck.of(records, evidence.sales(), ChaosIT::say));
            say("Figures: " + new DemoResult(Figures.of(evidence, verdict, since(begin)), verdict.findings()).json());
            assertThat(verdict.findings()).isEmpty();
            assertThat(evidence.sales().unanswered())
                    .as("orders without an answer")
                    .isZero();
            assertThat(evidence.sales().refusals())
                    .as("answers other than yes and sold out")
                    .isEmpty();
            assertThat(evidence.sales().soldOut())
                    .as("more is wanted than there is")
                    .isPositive();
        }
        assertThat(deadLetters()).as("events that could not be consumed").isZero();
    }

    /** Each time while another product sells; while it starts again, that product's buyers repeat their requests. */
    private static void killOrderService(ChaosShow show, ChaosPlan plan) {
        for (int kill = 0; kill < plan.killsOfOrderService(); kill++) {
            Set<String> buyers = show.pinNext();
            killAndRestartOrderService(show, buyers);
        }
    }

    private static void killAndRestartOrderService(ChaosShow show, Set<String> buyers) {
        show.awaitOrders(buyers, someOrders(show));
        stack().service(Service.ORDER).kill();
        long before = show.ordersOf(buyers);
        long begin = System.nanoTime();
        stack().restart(Service.ORDER);
        say("order-service was killed after " + before + " orders of a product and was back after "
                + since(begin).toMillis() + " ms");
        show.awaitOrders(buyers, (int) before + 1);
    }

    /** While the broker is away, viewers do not see what is pinned; whoever has the page open goes on buying. */
    private static void killKafka(ChaosShow show, ChaosPlan plan) {
        show.awaitOrders(show.pinNext(), someOrders(show));
        stack().kafka().kill();
        long begin = System.nanoTime();
        Set<String> buyers = show.pinNextOnAnOpenPage();
        if (plan.killsDuringTheOutage()) {
            killAndRestartOrderService(show, buyers);
        }
        show.awaitOrders(buyers, 1);
        Pauses.pause(plan.kafkaOutage().minus(since(begin)));
        long placed = show.ordersOf(buyers);
        assertThat(placed).as("orders placed while Kafka was away").isPositive();
        stack().restartKafka();
        say("Kafka was killed; " + placed + " orders of those who came then were placed before it was started again;"
                + " it was back after " + since(begin).toMillis() + " ms");
        show.awaitOrders(show.pinNext(), 1);
    }

    private static int someOrders(ChaosShow show) {
        return 1 + show.random().nextInt(LATEST_ORDER_BEFORE_A_KILL);
    }

    private static long deadLetters() {
        RestApi api = new RestApi(gateway(), PATIENCE);
        String operator = SignIn.at(issuer()).token("operator");
        return List.of("catalog", "live", "order").stream()
                .mapToLong(service -> api.all(Call.get("/v1/operations/" + service + "/dead-letters")
                                .as(operator))
                        .size())
                .sum();
    }

    private static DemoOptions options(ChaosPlan plan) {
        return DemoOptions.usual(gateway(), issuer())
                .sized(plan.viewers(), 0, plan.units())
                .paced(Duration.ZERO, PATIENCE);
    }

    private static URI gateway() {
        return URI.create(stack().options().ports().url(Port.GATEWAY));
    }

    private static String issuer() {
        return stack().options().ports().url(Port.IDENTITY) + "/realms/vetrina";
    }

    private static LocalStack stack() {
        if (started == null) {
            throw new IllegalStateException("the system is not started");
        }
        return started;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
