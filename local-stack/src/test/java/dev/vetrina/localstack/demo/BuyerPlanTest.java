package dev.vetrina.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuyerPlanTest {

    private static final Selection SELECTION = Selection.of(List.of(brand(6), brand(3)));

    @Test
    void brandsTakeTurnsWithUpToFourProductsEach() {
        List<UUID> brands = SELECTION.products().stream()
                .map(product -> SELECTION.ofProduct(product).getFirst().brandId())
                .toList();

        assertThat(brands).hasSize(7);
        assertThat(brands.get(0)).isNotEqualTo(brands.get(1)).isEqualTo(brands.get(2));
        assertThat(brands).endsWith(brands.get(0));
    }

    @Test
    void theSharesOfAllItemsAreWhatIsOnSale() {
        assertThat(SELECTION.items().stream()
                        .mapToInt(item -> SELECTION.share(item, 150))
                        .sum())
                .isEqualTo(150);
    }

    @Test
    void fourHundredBuyersHaveEveryHabitAndSomeBuyOfTwoBrandsAndSomePressTwice() {
        Random random = new Random(1);
        List<BuyerPlan> plans = IntStream.rangeClosed(1, 400)
                .mapToObj(number -> BuyerPlan.of(number, SELECTION, random))
                .toList();

        assertThat(plans).extracting(BuyerPlan::habit).contains(Habit.values());
        assertThat(plans).anyMatch(BuyerPlan::impatient);
        assertThat(plans)
                .filteredOn(plan -> plan.wishes().size() == 2)
                .allSatisfy(plan -> assertThat(plan.wishes().stream()
                                .map(wish -> wish.item().brandId())
                                .distinct())
                        .hasSize(2));
        assertThat(plans).extracting(BuyerPlan::account).doesNotHaveDuplicates();
    }

    @Test
    void whatABuyerExpectsToPayIsTheSumOfTheWishes() {
        BuyerPlan plan = BuyerPlan.of(70, SELECTION, new Random(1));

        assertThat(plan.wishes()).extracting(Wish::quantity).containsExactly(2, 1);
        assertThat(plan.total()).isEqualTo(new Money(300, "GBP"));
    }

    @Test
    void aShowOfOneBrandHasNoBasketsOfTwo() {
        Selection alone = Selection.of(List.of(brand(2)));

        assertThat(BuyerPlan.of(10, alone, new Random(1)).wishes()).hasSize(1);
    }

    private static List<List<Item>> brand(int products) {
        UUID brand = UUID.randomUUID();
        return IntStream.range(0, products)
                .mapToObj(number -> {
                    UUID product = UUID.randomUUID();
                    return IntStream.range(0, 3)
                            .mapToObj(variant -> new Item(
                                    UUID.randomUUID(), product, brand, "thing " + number, new Money(100, "GBP")))
                            .toList();
                })
                .toList();
    }
}
