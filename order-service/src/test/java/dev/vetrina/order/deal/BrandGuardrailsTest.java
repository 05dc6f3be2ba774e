package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.SampleDeal.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.order.deal.GuardrailDocument.Budget;
import dev.vetrina.order.deal.GuardrailDocument.Floor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrandGuardrailsTest {

    @Test
    void aFloorPriceMayBeReachedButNotUndercut() {
        BrandGuardrails rails = rails(null, List.of(new Floor(SampleDeal.VARIANT, "GB", SampleDeal.pence(1_500))));

        assertThat(rails.broken(SampleDeal.terms(1_500, 1), NOON)).isEmpty();
        broken(rails, 1_499, 1, DealRejection.BELOW_FLOOR_PRICE);
    }

    @Test
    void theHighestDiscountIsAShareOfTheListPrice() {
        BrandGuardrails rails = rails(25, List.of());

        assertThat(rails.broken(SampleDeal.terms(1_500, 1), NOON)).isEmpty();
        broken(rails, 1_499, 1, DealRejection.BELOW_FLOOR_PRICE);
    }

    @Test
    void aBudgetStandsTheWorstCaseOfEveryRunningDeal() {
        BrandGuardrails rails = rails(null, List.of(), budget(5_000));

        assertThat(rails.broken(SampleDeal.terms(1_500, 10), NOON)).isEmpty();
        broken(rails, 1_500, 11, DealRejection.DISCOUNT_BUDGET_SPENT);
        rails.commit(SampleDeal.terms(1_500, 6), NOON);
        assertThat(rails.broken(SampleDeal.terms(1_500, 4), NOON)).isEmpty();
        broken(rails, 1_500, 5, DealRejection.DISCOUNT_BUDGET_SPENT);
    }

    @Test
    void aDealThatIsOverCostsOnlyWhatWasTaken() {
        BrandGuardrails rails = rails(null, List.of(), budget(5_000));
        rails.add(new DealSpending(SampleDeal.terms(1_500, 10), NOON, true, Map.of("GB", 3L)));

        assertThat(rails.used(budget(5_000))).isEqualTo(1_500);
    }

    @Test
    void aBudgetConcernsOnlyDealsThatOpenInItsPeriod() {
        BrandGuardrails rails = rails(null, List.of(), budget(5_000));

        assertThat(rails.broken(SampleDeal.terms(1_500, 11), NOON.plusSeconds(3_600)))
                .isEmpty();
        broken(rails, 1_500, 11, DealRejection.DISCOUNT_BUDGET_SPENT);
    }

    private static void broken(BrandGuardrails rails, long price, int quantity, DealRejection expected) {
        assertThat(rails.broken(SampleDeal.terms(price, quantity), NOON))
                .map(Refusal::reason)
                .contains(expected);
    }

    private static BrandGuardrails rails(@Nullable Integer percent, List<Floor> floors, Budget... budgets) {
        return new BrandGuardrails(new GuardrailDocument(percent, floors, List.of(budgets)), 1);
    }

    private static Budget budget(long pence) {
        return new Budget("GB", SampleDeal.pence(pence), NOON.minusSeconds(3_600), NOON.plusSeconds(3_600));
    }
}
