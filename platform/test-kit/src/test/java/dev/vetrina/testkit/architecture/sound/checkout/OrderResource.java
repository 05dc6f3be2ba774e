package dev.vetrina.testkit.architecture.sound.checkout;

import dev.vetrina.testkit.architecture.sound.stock.StockService;
import java.util.List;

public class OrderResource {

    public List<OrderView> orders(StockService stock) {
        return List.of(new OrderView(stock.countedAt().toString()));
    }

    public record OrderView(String placedAt) {}
}
