package dev.vetrina.testkit.architecture.broken.checkout;

import dev.vetrina.testkit.architecture.broken.stock.StockLevel;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Breaks rules: an untyped answer, and entities out and in. */
public class OrderResource {

    public Response untyped() {
        return Response.ok().build();
    }

    public List<StockLevel> listed() {
        return List.of();
    }

    public void stored(StockLevel level) {}
}
