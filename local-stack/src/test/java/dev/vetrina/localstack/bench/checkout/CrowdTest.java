package dev.vetrina.localstack.bench.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vetrina.localstack.bench.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final byte[] ORDER = "{}".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger stock = new AtomicInteger(10);
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer shop;

    CrowdTest() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        shop.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        shop.createContext("/v1/orders", this::answer);
        shop.start();
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    @Test
    void whoComesFirstIsServedAndTheOthersAreTold() {
        List<Purchase> purchases = buy(PurchaseWay.ONE_CALL, Pace.rush(100, Duration.ofSeconds(30)));

        assertThat(count(purchases, Purchase.PAID)).isEqualTo(10);
        assertThat(count(purchases, "out-of-stock")).isEqualTo(90);
        assertThat(ids(purchases)).hasSize(10);
        assertThat(requests).hasValue(100);
        assertThat(keys).hasSize(100);
    }

    @Test
    void inTwoCallsAnOrderIsPaidUnderItsOwnId() {
        List<Purchase> purchases = buy(PurchaseWay.TWO_CALLS, Pace.rush(100, Duration.ofSeconds(30)));

        assertThat(count(purchases, Purchase.PAID)).isEqualTo(10);
        assertThat(ids(purchases)).hasSize(10);
        assertThat(requests).hasValue(110);
        assertThat(keys).hasSize(110);
    }

    @Test
    void atASteadyPaceAsManyPressAsAreDue() {
        List<Purchase> purchases = buy(PurchaseWay.ONE_CALL, Pace.steady(500, Duration.ofMillis(100)));

        assertThat(purchases).hasSize(50).extracting(Purchase::begunNanos).doesNotHaveDuplicates();
    }

    @Test
    void whoIsCutOffHasNoAnswerAndTheNextOneConnectsAnew() {
        stock.set(Integer.MIN_VALUE);
        List<Purchase> purchases = buy(PurchaseWay.ONE_CALL, Pace.rush(20, Duration.ofSeconds(30)));

        assertThat(count(purchases, Purchase.NO_ANSWER)).isEqualTo(20);
    }

    private List<Purchase> buy(PurchaseWay way, Pace pace) {
        try (Crowd crowd = Crowd.of(8, shop.getAddress().getPort(), buyer -> "token-" + buyer, way)) {
            return crowd.buy(pace, () -> ORDER);
        }
    }

    private static long count(List<Purchase> purchases, String answer) {
        return purchases.stream()
                .filter(purchase -> purchase.answer().equals(answer))
                .count();
    }

    private static Set<String> ids(List<Purchase> purchases) {
        return purchases.stream()
                .filter(Purchase::isPaid)
                .map(Purchase::orderId)
                .collect(Collectors.toSet());
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        requests.incrementAndGet();
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        String path = exchange.getRequestURI().getPath();
        if (stock.get() < -1_000_000) {
            exchange.close();
        } else if (path.endsWith("/payments")) {
            send(
                    exchange,
                    201,
                    "{\"id\":\"p\",\"orderId\":\"" + path.split("/", -1)[3] + "\",\"status\":\"CAPTURED\"}");
        } else {
            sell(exchange, stock.getAndDecrement());
        }
    }

    private static void sell(HttpExchange exchange, int left) throws IOException {
        if (left > 0) {
            send(exchange, 201, "{\"id\":\"order-" + left + "\",\"status\":\"PAID\"}");
        } else {
            send(exchange, 409, "{\"title\":\"Gone\",\"code\":\"out-of-stock\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
