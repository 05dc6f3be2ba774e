package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.order.Shows;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, no unit is made or lost. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class DealConservationTest {

    private static final int UNITS = 30;

    @Inject
    MovableClock clock;

    private Goods mug;
    private Host host;
    private final List<UUID> deals = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anySequenceOfCommandsKeepsEveryPoolsEquation(long seed) {
        Random random = new Random(seed);
        mug = Catalogue.onSale(2_000, UNITS);
        host = Host.live(clock.instant());
        deals.add(host.armed(mug, 1_500, 6, 3));
        for (int step = 0; step < 25; step++) {
            command(random);
            addUp();
        }
        clock.advance(Duration.ofMinutes(11));
        Shows.end(host.show(), clock.instant());
        deals.forEach(deal -> Host.awaitStatus(deal, "CLOSED"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Shop.stock(mug).body("held", equalTo(0)));
        addUp();
        deals.forEach(deal -> assertThat(Host.pool(mug, deal).getFirst()).isZero());
    }

    private void command(Random random) {
        UUID deal = deals.get(random.nextInt(deals.size()));
        switch (random.nextInt(10)) {
            case 0 -> deals.add(new Host(host.show(), clock.instant()).armed(mug, 1_500, 1, 3));
            case 1, 2, 3, 4 -> remember(Host.buyOne("ann-" + random.nextInt(5), mug, deal, 1_500));
            case 5 -> remember(Shop.place("ann", Shop.order(mug, 1), Api.idempotencyKey()));
            case 6, 7 -> anyOrder(random).ifPresent(order -> operator(order, "cancel"));
            case 8 -> clock.advance(Duration.ofSeconds(random.nextInt(60)));
            default -> host.withdraws(deal);
        }
    }

    private void remember(Response placed) {
        if (placed.statusCode() == 201) {
            orders.add(placed.path("id"));
        }
    }

    private Optional<String> anyOrder(Random random) {
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(random.nextInt(orders.size())));
    }

    private static void operator(String order, String command) {
        Api.as(Tokens.operator()).body(Map.of("reason", "drill")).post("/v1/orders/{id}/" + command, order);
    }

    private void addUp() {
        List<Map<String, Integer>> pools = Shop.stock(mug).extract().path("pools");
        int onSale = 0;
        for (Map<String, Integer> pool : pools) {
            int counted = count(pool, "available") + count(pool, "held") + count(pool, "sold");
            assertThat(counted).isEqualTo(count(pool, "putOnSale"));
            onSale += counted;
        }
        assertThat(onSale).isEqualTo(UNITS);
    }

    private static int count(Map<String, Integer> pool, String counter) {
        return requireNonNull(pool.get(counter));
    }
}
