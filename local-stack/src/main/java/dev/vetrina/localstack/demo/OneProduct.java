package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.util.List;
import java.util.UUID;

/**
 * A product that is on sale in an open market, prepared as for a show: what a measurement reads and buys.
 *
 * @param amount what one unit costs, in minor units of the currency
 */
public record OneProduct(UUID productId, UUID variantId, String market, long amount, String currency) {

    /** Imports the catalogue, and puts so many units of its first product's first variant on sale. */
    public static OneProduct onSale(RestApi api, SignIn signIn, Catalogue catalogue, int units) {
        new MarketOpening(api, signIn).open();
        BrandDesk desk = new BrandDesk(api, signIn);
        UUID brand = desk.registered(catalogue.brandName());
        desk.imported(brand, catalogue);
        Item item = desk.onSale(brand).stream()
                .map(List::getFirst)
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "Nothing of " + catalogue.brandName() + " is on sale: start with an empty home."));
        new StockDesk(api, signIn).provide(new Selection(List.of(item)), units);
        return new OneProduct(
                item.productId(),
                item.variantId(),
                DemoOptions.MARKET,
                item.price().amount(),
                item.price().currency());
    }
}
