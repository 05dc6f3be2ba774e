package dev.vetrina.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.Api;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class LastUnitRaceTest {

    @Test
    void ofManyBuyersExactlyOneGetsTheLastUnit() throws Exception {
        Goods mug = Catalogue.onSale(1_250, 1);

        Map<Integer, Long> answers = atOnce(
                64,
                buyer -> () -> Shop.place("racer-" + buyer, Shop.order(mug, 1), Api.idempotencyKey())
                        .statusCode());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 63L));
        Shop.stock(mug).body("available", equalTo(0)).body("held", equalTo(1));
    }

    @Test
    void oneRequestSentManyTimesAtOnceIsOneOrder() throws Exception {
        Goods mug = Catalogue.onSale(1_250, 100);
        String key = Api.idempotencyKey();
        List<String> ids = Collections.synchronizedList(new ArrayList<>());

        Map<Integer, Long> answers = atOnce(32, buyer -> () -> {
            var answer = Shop.place("ann", Shop.order(mug, 1), key);
            ids.add(answer.path("id"));
            return answer.statusCode();
        });

        assertThat(answers).isEqualTo(Map.of(201, 32L));
        assertThat(ids).hasSize(32).containsOnly(ids.getFirst());
        Shop.stock(mug).body("held", equalTo(1));
    }

    @Test
    void basketsInOppositeOrderDoNotDeadlock() throws Exception {
        Goods mug = Catalogue.onSale(1_000, 64);
        Goods plate = Catalogue.onSale(1_000, 64);

        Map<Integer, Long> answers = atOnce(
                64,
                buyer -> () -> Shop.place(
                                "racer-" + buyer,
                                buyer % 2 == 0 ? basket(mug, plate) : basket(plate, mug),
                                Api.idempotencyKey())
                        .statusCode());

        assertThat(answers).isEqualTo(Map.of(201, 64L));
        Shop.stock(mug).body("held", equalTo(64));
        Shop.stock(plate).body("held", equalTo(64));
    }

    private static Map<String, Object> basket(Goods first, Goods second) {
        return Map.of(
                "market",
                "GB",
                "lines",
                List.of(
                        Map.of("variantId", first.variantId(), "quantity", 1),
                        Map.of("variantId", second.variantId(), "quantity", 1)),
                "shippingAddress",
                Shop.ADDRESS,
                "expectedTotal",
                Map.of("amount", 2_000, "currency", "GBP"));
    }

    private interface Buyer {
        Callable<Integer> number(int number);
    }

    /** Runs them all from the same moment on. Returns how often each status was answered. */
    private static Map<Integer, Long> atOnce(int buyers, Buyer buyer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(buyers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, buyers)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return buyer.number(number).call();
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
