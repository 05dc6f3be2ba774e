package dev.vetrina.localstack.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.demo.Catalogue;
import dev.vetrina.localstack.demo.OneProduct;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two gateways and two instances of live-session-service, of which one process after another is killed in the middle of a show. */
class RoomIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CATCHING_UP = Duration.ofSeconds(60);

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void everyViewersRecordIsCompleteAndInOrderWhicheverGatewayOrInstanceIsKilled() {
        RoomPlan plan = RoomPlan.ofThisRun();
        say("A room with -Dvetrina.seed=" + plan.seed() + ": " + plan);
        Path project = Path.of(System.getProperty("vetrina.project", ".."));
        StackOptions options = new StackOptions(project, Path.of("target", "room"), Ports.free(), true, Map.of())
                .withInstances(Service.GATEWAY, 2)
                .withInstances(Service.LIVE, 2);
        try (LocalStack stack = LocalStack.start(options, RoomIT::say)) {
            run(stack, plan);
        }
    }

    private static void run(LocalStack stack, RoomPlan plan) {
        Ports ports = stack.options().ports();
        List<RestApi> gateways = Stream.of(Port.GATEWAY, Port.GATEWAY_2)
                .map(port -> new RestApi(URI.create(ports.url(port)), PATIENCE))
                .toList();
        SignIn signIn = SignIn.at(ports.url(Port.IDENTITY) + "/realms/vetrina");
        List<OneProduct> products = Catalogue.samples().stream()
                .map(catalogue -> OneProduct.onSale(gateways.getFirst(), signIn, catalogue, 1))
                .toList();
        String market = products.getFirst().market();
        List<UUID> lineup = products.stream().map(OneProduct::productId).toList();
        RoomHost host = RoomHost.live(gateways, signIn, market, lineup, plan.betweenPins());
        List<RoomViewer> viewers = IntStream.rangeClosed(1, plan.viewers())
                .mapToObj(number -> new RoomViewer(
                        gateways,
                        host.session(),
                        market,
                        () -> signIn.token("customer-" + number),
                        new Random(plan.seed() + number),
                        plan.factsOfAStay()))
                .toList();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = Stream.concat(Stream.of(host), viewers.stream())
                .map(person -> begin(person, failures))
                .toList();
        try {
            await().atMost(PATIENCE)
                    .until(() ->
                            viewers.stream().allMatch(viewer -> viewer.record().size() > 1));
            kill(stack, plan, host);
            host.leave();
            await().atMost(CATCHING_UP)
                    .failFast(() -> assertThat(List.copyOf(failures)).isEmpty())
                    .until(() -> viewers.stream().allMatch(RoomViewer::sawTheEnd));
        } finally {
            threads.forEach(Thread::interrupt);
        }
        assertThat(List.copyOf(failures)).isEmpty();
        judge(host, viewers);
    }

    private static Thread begin(Runnable person, List<Throwable> failures) {
        Thread thread = Thread.ofVirtual().unstarted(person);
        thread.setUncaughtExceptionHandler((who, failure) -> {
            synchronized (failures) {
                failures.add(failure);
            }
        });
        thread.start();
        return thread;
    }

    private static void kill(LocalStack stack, RoomPlan plan, RoomHost host) {
        Kills kills = new Kills(stack, new Random(plan.seed()));
        for (int kill = 1; kill <= plan.kills(); kill++) {
            long begin = System.nanoTime();
            int before = host.pins();
            String killed = kills.killOne();
            say(killed + " was killed and was ready again after " + since(begin).toMillis() + " ms; meanwhile "
                    + (host.pins() - before) + " pins");
            await().atMost(plan.betweenKills().plus(PATIENCE))
                    .until(() -> since(begin).compareTo(plan.betweenKills()) >= 0 && host.pins() > before);
        }
    }

    private static void judge(RoomHost host, List<RoomViewer> viewers) {
        List<ToldFact> timeline = host.timeline();
        FactRecordCheck check = new FactRecordCheck(timeline);
        say(timeline.size() + " facts, told in "
                + viewers.stream().mapToInt(RoomViewer::connections).sum()
                + " connections of " + viewers.size() + " viewers, with "
                + viewers.stream().mapToLong(viewer -> viewer.record().pulses()).sum() + " pulses");
        assertThat(timeline).hasSizeGreaterThan(host.pins());
        assertThat(viewers).allSatisfy(viewer -> {
            assertThat(check.fault(viewer.record().entries())).isEmpty();
            assertThat(viewer.seenAt()).as("gateways that told it something").containsExactlyInAnyOrder(0, 1);
        });
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
