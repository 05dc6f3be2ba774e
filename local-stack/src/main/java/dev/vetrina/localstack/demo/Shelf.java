package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that one brand has on sale in an open market, prepared as for a show. */
public final class Shelf {

    private final StockDesk stock;
    private final Map<UUID, Item> items;

    private Shelf(StockDesk stock, Map<UUID, Item> items) {
        this.stock = stock;
        this.items = items;
    }

    /** Imports the catalogue. The stock that it declares follows soon. */
    public static Shelf filled(RestApi api, SignIn signIn, Catalogue catalogue) {
        new MarketOpening(api, signIn).open();
        BrandDesk desk = new BrandDesk(api, signIn);
        UUID brand = desk.registered(catalogue.brandName());
        desk.imported(brand, catalogue);
        Map<UUID, Item> items = desk.onSale(brand).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Item::variantId, Function.identity()));
        if (items.isEmpty()) {
            throw new StackFailure("Nothing of " + catalogue.brandName() + " is on sale: start with an empty home.");
        }
        return new Shelf(new StockDesk(api, signIn), items);
    }

    /** In no particular order. */
    public List<Ware> wares() {
        return items.values().stream().map(Ware::of).toList();
    }

    /** Brings what is available of it to so many units. */
    public void provide(Ware ware, int units) {
        Item item = items.get(ware.variantId());
        if (item == null) {
            throw new IllegalArgumentException(ware + " is not of this shelf");
        }
        stock.provide(new Selection(List.of(item)), units);
    }
}
