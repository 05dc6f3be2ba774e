package dev.vetrina.localstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a show sells.
 *
 * @param items what buyers want, brands in turn
 */
record Selection(List<Item> items) {

    private static final int PRODUCTS_OF_A_BRAND = 4;
    private static final int VARIANTS_OF_A_PRODUCT = 2;

    /** @param brands of each brand its products, and of each product its variants */
    static Selection of(List<List<List<Item>>> brands) {
        List<Item> items = new ArrayList<>();
        for (int turn = 0; turn < PRODUCTS_OF_A_BRAND; turn++) {
            for (List<List<Item>> products : brands) {
                if (turn < products.size()) {
                    items.addAll(products.get(turn).stream()
                            .limit(VARIANTS_OF_A_PRODUCT)
                            .toList());
                }
            }
        }
        return new Selection(List.copyOf(items));
    }

    /** The lineup: every product once, in the order in which they are pinned. */
    List<UUID> products() {
        return items.stream().map(Item::productId).distinct().toList();
    }

    List<Item> ofProduct(UUID productId) {
        return items.stream().filter(item -> item.productId().equals(productId)).toList();
    }

    /** Something of another brand than {@code first}, for a basket of two brands; nothing in a show of one brand. */
    Stream<Item> ofOtherBrandsThan(Item first) {
        return items.stream().filter(item -> !item.brandId().equals(first.brandId()));
    }

    /** How many units of the item are to be on sale, if there are {@code units} of all together. */
    int share(Item item, int units) {
        int position = items.indexOf(item);
        return units / items.size() + (position < units % items.size() ? 1 : 0);
    }
}
