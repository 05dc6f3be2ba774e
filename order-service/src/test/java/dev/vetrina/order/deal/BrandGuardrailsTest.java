package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.SampleDeal.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.DealEvent.AllowedDeal;
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
    void theHostIsToldWhatWouldBeAllowed() {
        BrandGuardrails floor = rails(null, List.of(new Floor(SampleDeal.VARIANT, "GB", SampleDeal.pence(1_500))));
        BrandGuardrails percent = rails(33, List.of());
        BrandGuardrails budget = rails(null, List.of(), budget(5_000));

        assertThat(allowed(floor, 1_000, 1)).isEqualTo(new AllowedDeal("GB", SampleDeal.pence(1_500), null, null));
        assertThat(allowed(percent, 1_000, 1)).isEqualTo(new AllowedDeal("GB", SampleDeal.pence(1_340), null, null));
        assertThat(percent.broken(SampleDeal.terms(1_340, 1), NOON)).isEmpty();
        broken(percent, 1_339, 1, DealRejection.BELOW_FLOOR_PRICE);
        assertThat(allowed(budget, 1_400, 20)).isEqualTo(new AllowedDeal(null, null, null, 8L));
        assertThat(budget.broken(SampleDeal.terms(1_400, 8), NOON)).isEmpty();
        broken(budget, 1_400, 9, DealRejection.DISCOUNT_BUDGET_SPENT);
        assertThat(allowed(rails(null, List.of(), budget(599)), 1_400, 20)).isNull();
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

    private static @Nullable AllowedDeal allowed(BrandGuardrails rails, long price, int quantity) {
        return rails.broken(SampleDeal.terms(price, quantity), NOON)
                .orElseThrow()
                .allowed();
    }

    private static BrandGuardrails rails(@Nullable Integer percent, List<Floor> floors, Budget... budgets) {
        return new BrandGuardrails(new GuardrailDocument(percent, floors, List.of(budgets)), 1);
    }

    private static Budget budget(long pence) {
        return new Budget("GB", SampleDeal.pence(pence), NOON.minusSeconds(3_600), NOON.plusSeconds(3_600));
    }
}
