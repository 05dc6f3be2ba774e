package dev.vetrina.order;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import dev.vetrina.order.AnyOrders.Step;
import dev.vetrina.order.AnyOrders.What;
import dev.vetrina.order.basket.TaxRate;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.lifecycle.OrderTerms;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

/** Whatever is done with orders of several brands, in whatever sequence, money and stock add up after every step. */
class AnyOrdersTest {

    @Property(tries = 2_000)
    void anySequenceOfCommandsKeepsTheEquationsOfMoneyAndStock(
            @ForAll("shops") AnyShop shop, @ForAll("steps") List<Step> steps) {
        AnyOrders orders = new AnyOrders(shop);
        List<What> done = new ArrayList<>();
        boolean _ = orders.attempt(new Step(What.PLACE, 30, 1, true));
        for (Step step : steps) {
            if (orders.attempt(step)) {
                done.add(step.what());
            }
            orders.addUp();
        }
        orders.statuses().forEach(status -> Statistics.label("status").collect(status));
        done.forEach(what -> Statistics.label("done").collect(what));
        Statistics.label("status").coverage(AnyOrdersTest::everyEndIsReached);
        Statistics.label("done").coverage(AnyOrdersTest::everythingIsDone);
    }

    /** Else the equations would be those of orders with which nothing happens. */
    private static void everyEndIsReached(StatisticsCoverage coverage) {
        for (OrderStatus status : OrderStatus.values()) {
            coverage.check(status).count(times -> times > 0);
        }
    }

    private static void everythingIsDone(StatisticsCoverage coverage) {
        for (What what : What.values()) {
            coverage.check(what).count(times -> times > 0);
        }
    }

    @Provide
    Arbitrary<AnyShop> shops() {
        Arbitrary<Boolean> multicapture = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.of("JPY", "GBP", "KWD"),
                        Arbitraries.of(TaxTreatment.class),
                        Arbitraries.of("0", "7", "8.875", "20").map(TaxRate::of),
                        Arbitraries.of(OrderTerms.Capture.class),
                        multicapture,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.longs()
                                .between(0, 10_000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5),
                        Arbitraries.integers().between(1, 12))
                .as((currency, treatment, rate, capture, inParts, brands, variants, stock) -> new AnyShop(
                        currency, treatment, rate, capture, inParts, brands, variants, stock, variants.size() * 133L));
    }

    private static Arbitrary<Integer> uniform(int least, int most) {
        return Arbitraries.integers().between(least, most).withDistribution(RandomDistribution.uniform());
    }

    /** What leads on comes more often than what ends an order. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<What> leadsOn = Arbitraries.of(
                What.START_PAYMENT,
                What.PROVIDER_SAYS,
                What.PROVIDER_SAYS,
                What.CONFIRM,
                What.CONFIRM,
                What.SHIP_UNITS,
                What.SHIP_WHOLE,
                What.PROVIDER_CAPTURES,
                What.DELIVER,
                What.REQUEST_RETURN,
                What.APPROVE_RETURN,
                What.RECEIVE_RETURN);
        Arbitrary<What> what = Arbitraries.oneOf(leadsOn, leadsOn, Arbitraries.of(What.class));
        return Combinators.combine(what, uniform(0, 60), uniform(1, 8), Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(120)
                .ofMaxSize(200);
    }
}
