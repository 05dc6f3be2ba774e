package dev.vetrina.localstack.demo;

import java.util.UUID;

/**
 * A variant that is on sale in an open market: what a measurement buys.
 *
 * @param amount what one unit costs, in minor units of the currency
 */
public record Ware(UUID variantId, UUID productId, String market, long amount, String currency) {

    static Ware of(Item item) {
        return new Ware(
                item.variantId(),
                item.productId(),
                DemoOptions.MARKET,
                item.price().amount(),
                item.price().currency());
    }
}
