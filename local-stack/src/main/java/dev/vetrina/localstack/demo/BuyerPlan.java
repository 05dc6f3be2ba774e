package dev.vetrina.localstack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What a buyer is going to do.
 *
 * @param presses when the product is pinned, after this time
 * @param impatient whether the button is pressed twice, before the first answer is there
 */
record BuyerPlan(String account, UUID pinned, List<Wish> wishes, Duration presses, boolean impatient, Habit habit) {

    private static final int SLOWEST_MILLIS = 1500;
    private static final int BUYS_TWO = 7;
    private static final int BUYS_OF_TWO_BRANDS = 10;
    private static final int IS_IMPATIENT = 9;

    /** The plan of the buyer with this number, from 1; all but the moment is the same in every show. */
    static BuyerPlan of(int number, Selection selection, Random random) {
        List<UUID> products = selection.products();
        UUID pinned = products.get(number % products.size());
        List<Item> variants = selection.ofProduct(pinned);
        Item first = variants.get(number / products.size() % variants.size());
        List<Wish> wishes = new ArrayList<>();
        wishes.add(new Wish(first, number % BUYS_TWO == 0 ? 2 : 1));
        if (number % BUYS_OF_TWO_BRANDS == 0) {
            selection.ofOtherBrandsThan(first).findFirst().ifPresent(second -> wishes.add(new Wish(second, 1)));
        }
        return new BuyerPlan(
                account(number),
                pinned,
                List.copyOf(wishes),
                Duration.ofMillis(random.nextInt(SLOWEST_MILLIS)),
                number % IS_IMPATIENT == 0,
                Habit.of(number));
    }

    static String account(int number) {
        return "customer-" + number;
    }

    Money total() {
        return wishes.stream().map(Wish::total).reduce(Money::plus).orElseThrow();
    }
}
