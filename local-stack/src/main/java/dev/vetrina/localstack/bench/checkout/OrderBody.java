package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.demo.DemoOptions;
import dev.vetrina.localstack.demo.Ware;
import dev.vetrina.localstack.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent to place an order: the one place that knows its form.
 *
 * @param surcharge what an order costs beside its lines, in minor units
 */
record OrderBody(PurchaseWay way, long surcharge) {

    /** The simulated provider approves it at once. */
    static final String PAYMENT_METHOD = "tok_approved";

    /** One unit of each. */
    Map<String, Object> of(List<Ware> basket) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("market", basket.getFirst().market());
        order.put(
                "lines",
                basket.stream()
                        .map(ware -> Map.of("variantId", ware.variantId(), "quantity", 1))
                        .toList());
        order.put("shippingAddress", DemoOptions.ADDRESS);
        long total = basket.stream().mapToLong(Ware::amount).sum() + surcharge;
        order.put(
                "expectedTotal",
                Map.of("amount", total, "currency", basket.getFirst().currency()));
        if (way == PurchaseWay.ONE_CALL) {
            order.put("payment", Map.of("paymentMethodToken", PAYMENT_METHOD));
        }
        return order;
    }

    byte[] bytes(List<Ware> basket) {
        return Json.write(of(basket)).getBytes(StandardCharsets.UTF_8);
    }
}
