package dev.vetrina.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.audit.SalesAudit;
import dev.vetrina.localstack.demo.Faults.Fault;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.StackOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every part that order-service needs is killed or stands still, one after another, while stubborn buyers buy. Payments whose
 * answer is lost after the capture are among their habits, and the provider repeats its events in any order.
 */
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration REST_LIMIT = Duration.ofMinutes(3);
    /** More than are bought however long it takes: with nothing to sell, faults meet nothing. */
    private static final int UNITS = 1_000_000;

    private static final int ORDERS_BETWEEN_FAULTS = 40;

    static List<FaultPlan> plans() {
        return FaultPlan.ofThisRun();
    }

    @ParameterizedTest
    @MethodSource("plans")
    @Timeout(value = 25, unit = TimeUnit.MINUTES)
    void everyAcceptedOrderExistsOnceAndIsChargedAtMostOnceWhateverFails(FaultPlan plan) {
        say("Faults with -Dchaos.seed=" + plan.seed() + ": " + plan);
        Path home = Path.of("target", "faults-" + plan.orderInstances());
        Path project = Path.of(System.getProperty("vetrina.project", ".."));
        StackOptions options = new StackOptions(project, home, Ports.free(), true, plan.settings())
                .withInstances(Service.ORDER, plan.orderInstances());
        try (LocalStack stack = LocalStack.start(options, FaultsIT::say)) {
            run(stack, plan);
        }
    }

    private static void run(LocalStack stack, FaultPlan plan) {
        Ports ports = stack.options().ports();
        RestApi api = new RestApi(URI.create(ports.url(Port.GATEWAY)), PATIENCE);
        SignIn signIn = SignIn.at(ports.url(Port.IDENTITY) + "/realms/vetrina");
        List<OneProduct> products = Catalogue.samples().stream()
                .map(catalogue -> OneProduct.onSale(api, signIn, catalogue, UNITS))
                .toList();
        AuditAccess records = AuditAccess.of(ports);
        ClientLog log = new ClientLog();
        AtomicBoolean selling = new AtomicBoolean(true);
        try (WebhookSink brands = WebhookSink.open();
                StockWatch watch = StockWatch.of(records);
                Crowd buyers = new Crowd()) {
            products.forEach(product -> brands.subscribe(api, signIn, product));
            IntStream.rangeClosed(1, plan.buyers())
                    .mapToObj(number -> new StubbornBuyer(
                            api,
                            products,
                            () -> signIn.token(BuyerPlan.account(number)),
                            selling::get,
                            new Random(plan.seed() + number),
                            log))
                    .forEach(buyers::add);
            makeFaults(new Faults(stack, plan, records, log), plan);
            selling.set(false);
            assertThat(buyers.join(REST_LIMIT))
                    .as("buyers who wait for an answer")
                    .isZero();
            assertThat(buyers.failures()).as("what buyers could not cope with").isEmpty();
            judge(records, watch, log);
            brands.awaitAll(records, REST_LIMIT);
        }
    }

    private static void makeFaults(Faults faults, FaultPlan plan) {
        for (int round = 0; round < plan.rounds(); round++) {
            for (Fault fault : faults.round()) {
                faults.awaitOrders(ORDERS_BETWEEN_FAULTS);
                long begin = System.nanoTime();
                fault.make().run();
                say(fault.name() + ": "
                        + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
            }
        }
        faults.awaitOrders(ORDERS_BETWEEN_FAULTS);
    }

    private static void judge(AuditAccess records, StockWatch watch, ClientLog log) {
        SalesAudit audit = records.audit(log.notes(), REST_LIMIT, FaultsIT::say);
        say(log.orders() + " orders accepted, " + log.notes().toldPaid().size() + " paid, refusals " + log.refusals()
                + ", stock looked at " + watch.polls() + " times");
        assertThat(audit.findings()).isEmpty();
        assertThat(watch.findings()).as("moments at which stock did not add up").isEmpty();
        assertThat(watch.failures()).isEmpty();
        assertThat(watch.polls()).isGreaterThan(50);
        assertThat(log.unansweredRequests()).as("orders without an answer").isZero();
        assertThat(log.refusals())
                .as("refusals; a hold that ended while its buyer waited is told by the till")
                .isEmpty();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
