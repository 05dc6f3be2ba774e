package dev.vetrina.order.deal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.MovableClock;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many buyers at once. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class DealRaceTest {

    @Inject
    MovableClock clock;

    @Test
    void oneBuyerPressingManyTimesGetsOneUnit() throws Exception {
        Goods mug = Catalogue.onSale(2_000, 100);
        UUID deal = Host.live(clock.instant()).armed(mug, 1_500, 50, 1);

        Map<Integer, Long> answers =
                atOnce(32, _ -> Host.buyOne("ann", mug, deal, 1_500).statusCode());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 31L));
        assertThat(Host.pool(mug, deal)).containsExactly(49, 1, 0);
    }

    @Test
    void ofManyBuyersExactlyOneGetsTheLastUnitOfADeal() throws Exception {
        Goods mug = Catalogue.onSale(2_000, 100);
        UUID deal = Host.live(clock.instant()).armed(mug, 1_500, 1, 1);

        Map<Integer, Long> answers = atOnce(
                32, buyer -> Host.buyOne("racer-" + buyer, mug, deal, 1_500).statusCode());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 31L));
        assertThat(Host.pool(mug, deal)).containsExactly(0, 1, 0);
        assertThat(Host.pool(mug, "shared")).containsExactly(99, 0, 0);
    }

    @Test
    void mixedBasketsBoughtAndCancelledInOppositeOrderDoNotDeadlock() throws Exception {
        Goods mug = Catalogue.onSale(2_000, 100);
        Goods plate = Catalogue.onSale(2_000, 200);
        Host host = Host.live(clock.instant());
        UUID mugDeal = host.armed(mug, 1_500, 64, 4);
        UUID plateDeal = host.armed(plate, 1_500, 64, 4);
        Object[] there = {Host.line(mug, mugDeal, 1), Shop.line(plate, 1), Host.line(plate, plateDeal, 1)};
        Object[] back = {Host.line(plate, plateDeal, 1), Shop.line(plate, 1), Host.line(mug, mugDeal, 1)};

        Map<Integer, Long> answers = atOnce(48, buyer -> {
            String customer = "racer-" + buyer;
            String order =
                    Host.buy(customer, 5_000, buyer % 2 == 0 ? there : back).path("id");
            if (buyer % 3 == 0) {
                Host.cancel(customer, order);
                return 200;
            }
            return Shop.pay(customer, order, "tok_approved").statusCode();
        });

        assertThat(answers).isEqualTo(Map.of(200, 16L, 201, 32L));
        assertThat(Host.pool(mug, mugDeal)).containsExactly(32, 0, 32);
        assertThat(Host.pool(plate, plateDeal)).containsExactly(32, 0, 32);
        assertThat(Host.pool(plate, "shared")).containsExactly(104, 0, 32);
    }

    private interface Buyer {
        int number(int number);
    }

    /** Runs them all from the same moment on. Returns how often each status was answered. */
    private static Map<Integer, Long> atOnce(int buyers, Buyer buyer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(buyers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, buyers)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return buyer.number(number);
                    }))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        }
    }
}
