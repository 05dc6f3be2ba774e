package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads stock, and puts on sale as much as the show is to sell. */
final class StockDesk {

    private static final int ATTEMPTS = 5;

    private final RestApi api;
    private final SignIn signIn;

    StockDesk(RestApi api, SignIn signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    /** Of every item that the show sells. */
    Map<UUID, StockCount> counts(Selection selection) {
        Map<UUID, StockCount> counts = new LinkedHashMap<>();
        selection.items().forEach(item -> counts.put(item.variantId(), count(item.variantId())));
        return counts;
    }

    /** Brings what is available of every item to its share of {@code units}. */
    void provide(Selection selection, int units) {
        selection.items().forEach(item -> provide(item, selection.share(item, units)));
    }

    /** The quantity that the file declared may arrive between reading and adjusting; once adjusted, no more. */
    private void provide(Item item, int wanted) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long missing = wanted - count(item.variantId()).available();
            if (missing == 0) {
                return;
            }
            adjust(item, missing);
        }
        throw new StackFailure("The stock of " + item.title() + " does not stay at " + wanted
                + " units: does somebody else sell it? Start with ./vetrina demo --fresh.");
    }

    private void adjust(Item item, long delta) {
        Map<String, Object> adjustment = Map.of(
                "variantId",
                item.variantId(),
                "delta",
                delta,
                "reason",
                delta > 0 ? "RECEIVED" : "CORRECTION",
                "reference",
                "demo");
        var answer = api.send(Call.post("/v1/inventory-adjustments")
                .as(signIn.token(BrandDesk.account(item.brandId())))
                .key(UUID.randomUUID().toString())
                .json(Map.of("adjustments", List.of(adjustment))));
        // Less may be there by now than is to be taken off: it is counted again then.
        if (!answer.succeeded() && !answer.code().equals("out-of-stock")) {
            throw new StackFailure("The stock of " + item.title() + " could not be adjusted: " + answer.summary());
        }
    }

    private StockCount count(UUID variantId) {
        return StockCount.of(api.require(Call.get("/v1/inventory/" + variantId).as(signIn.token("operator")))
                .body());
    }
}
