package dev.vetrina.order.basket;

import dev.vetrina.order.lifecycle.LineDiscount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The items' prices while discounts are taken off them, one after another. */
final class DiscountedItems {

    private final Basket basket;
    private final long[] left;
    private final List<List<LineDiscount>> taken = new ArrayList<>();

    private DiscountedItems(Basket basket) {
        this.basket = basket;
        this.left =
                basket.items().stream().mapToLong(item -> item.price().amount()).toArray();
        basket.items().forEach(_ -> taken.add(new ArrayList<>()));
    }

    static DiscountedItems of(Basket basket) {
        DiscountedItems items = new DiscountedItems(basket);
        basket.discounts().forEach(items::take);
        return items;
    }

    private void take(BasketDiscount discount) {
        long[] eligible = new long[left.length];
        long price = 0;
        for (int i : discount.items()) {
            eligible[i] = left[i];
            price = Math.addExact(price, left[i]);
        }
        long[] shares = LargestRemainder.allocate(discount.reduction().of(price), eligible);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                left[i] -= shares[i];
                taken.get(i).add(discount.share(shares[i], basket.currency()));
            }
        }
    }

    /** The price of an item that is left. */
    long price(int item) {
        return left[item];
    }

    /** What was taken off an item. */
    List<LineDiscount> discounts(int item) {
        return List.copyOf(taken.get(item));
    }

    /** The price of a brand's items that is left. */
    long priceOf(UUID brandId) {
        long price = 0;
        for (int i = 0; i < left.length; i++) {
            if (basket.items().get(i).brandId().equals(brandId)) {
                price = Math.addExact(price, left[i]);
            }
        }
        return price;
    }
}
