package dev.vetrina.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.basket.PricedBasket;
import dev.vetrina.order.cancellation.CancellationInMemory;
import dev.vetrina.order.checkout.PurchaseInMemory;
import dev.vetrina.order.commit.CommitInMemory;
import dev.vetrina.order.coupon.CouponInMemory;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.FulfilmentInMemory;
import dev.vetrina.order.fulfilment.FulfilmentInMemory.Leaving;
import dev.vetrina.order.fulfilment.PartLine;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderRows;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.payment.PaymentsInMemory;
import dev.vetrina.order.returns.ReturnsInMemory;
import dev.vetrina.order.stock.StockInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Orders in a shop, all in memory, on which buyers, brands, the provider and the clock may do whatever they like. */
final class AnyOrders {

    /** What somebody tries. */
    enum What {
        PLACE,
        TIME_PASSES,
        START_PAYMENT,
        PROVIDER_SAYS,
        PROVIDER_CANCELS,
        PROVIDER_REPEATS,
        PROVIDER_CAPTURES,
        PROVIDER_REFUNDS,
        EXPIRE,
        BUYER_CANCELS,
        OPERATOR_CANCELS,
        CANCEL_UNITS,
        LATE_BRAND,
        PAYMENT_LAPSED,
        CONFIRM,
        SHIP_UNITS,
        SHIP_WHOLE,
        SHIP_COMBINED,
        DELIVER,
        REQUEST_RETURN,
        APPROVE_RETURN,
        REJECT_RETURN,
        RECEIVE_RETURN,
        WITHDRAW,
        GIVE_AWAY,
        RETRY,
        CAPTURE_REST
    }

    /**
     * One try.
     *
     * @param which order, part, line or answer, each counted around
     * @param units how many, or which outcome
     * @param flag something that is so or not
     */
    record Step(What what, int which, int units, boolean flag) {

        /** Whether an answer is only settled when the provider repeats it. */
        boolean late() {
            return flag && which % 3 == 0;
        }
    }

    private static final List<String> CUSTOMERS = List.of("ann", "bob");

    private final AnyShop shop;
    private final CommitInMemory commit = new CommitInMemory(Instant.parse("2026-06-01T12:00:00Z"));
    private final PaymentsInMemory payments;
    private final List<StockInMemory> stock;
    private final UUID campaign;
    private final List<AnySale> sales = new ArrayList<>();
    private final Map<UUID, Long> writtenOff = new HashMap<>();

    AnyOrders(AnyShop shop) {
        this.shop = shop;
        this.payments = new PaymentsInMemory(commit, shop.multicapture());
        this.campaign = CouponInMemory.running(commit, 3, CUSTOMERS);
        this.stock = IntStream.range(0, shop.variants().size())
                .mapToObj(i -> new StockInMemory(commit, shop.variantId(i), shop.brandId(i), shop.stock()))
                .toList();
    }

    /** Returns whether it was not refused. */
    boolean attempt(Step step) {
        try {
            take(step);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private void take(Step step) {
        int which = step.which();
        if (step.what() == What.PLACE) {
            place(step);
        } else if (step.what() == What.TIME_PASSES) {
            commit.advance(step.units() < 8 ? Duration.ofMinutes(2L * step.units()) : Duration.ofDays(1));
        } else if (step.what() == What.PROVIDER_REPEATS) {
            payments.deliver(which);
        } else if (!sales.isEmpty()) {
            take(step, sales.get(which % sales.size()), which / sales.size());
        }
    }

    private void take(Step step, AnySale sale, int which) {
        Order order = sale.order();
        Fulfilment part = sale.part(which);
        switch (step.what()) {
            case PLACE, TIME_PASSES, PROVIDER_REPEATS -> throw new IllegalStateException("is of no order");
            case START_PAYMENT -> payments.start(order);
            case PROVIDER_SAYS ->
                any(order.payments(), which, payment -> payments.ask(payment, step.units(), step.late()));
            case PROVIDER_CANCELS -> any(order.payments(), which, payment -> payments.cancel(payment, step.late()));
            case PROVIDER_CAPTURES ->
                any(
                        order.captures().all(),
                        which,
                        capture -> payments.capture(order, capture, step.units(), step.late()));
            case PROVIDER_REFUNDS ->
                any(order.refunds().all(), which, refund -> payments.refund(order, refund, step.units(), step.late()));
            case EXPIRE -> payments.expire(order, step.flag());
            case BUYER_CANCELS ->
                commit.take(CancellationInMemory.whole(
                        order, Actor.customer(order.origin().customerId())));
            case OPERATOR_CANCELS ->
                commit.take(CancellationInMemory.whole(order, new Actor(Actor.Kind.OPERATOR, "x")));
            case CANCEL_UNITS ->
                commit.take(CancellationInMemory.units(
                        order, part, step.flag() ? units(part, step) : null, Actor.brand(part.brandId())));
            case LATE_BRAND -> commit.take(CancellationInMemory.late(order, part, commit.now()));
            case PAYMENT_LAPSED -> cancelUnpaid(sale);
            case CONFIRM -> commit.take(FulfilmentInMemory.confirm(order, part));
            case SHIP_UNITS -> ship(List.of(new Leaving(order, part, units(part, step))));
            case SHIP_WHOLE -> ship(List.of(new Leaving(order, part, part.open())));
            case SHIP_COMBINED -> shipCombined(sale, part);
            case DELIVER -> commit.take(FulfilmentInMemory.deliver(order, part));
            case REQUEST_RETURN -> sale.returns().request(part, units(part, step), step.flag());
            case APPROVE_RETURN -> sale.returns().approve(which);
            case REJECT_RETURN -> sale.returns().reject(which);
            case RECEIVE_RETURN ->
                sale.returns()
                        .receive(which, step.units(), step.flag(), (lineId, lost) -> writeOff(sale, lineId, lost));
            case WITHDRAW -> sale.returns().withdraw(units(part, step));
            case GIVE_AWAY -> {
                payments.giveAway(order, new Money(step.units(), shop.currency()));
                sale.outOfGoodwill();
            }
            case RETRY -> payments.retry(order);
            case CAPTURE_REST -> payments.captureRest(order);
        }
    }

    private void cancelUnpaid(AnySale sale) {
        if (!commit.take(CancellationInMemory.unpaid(sale.order()))) {
            throw ProblemException.conflict("paid", "Nothing of it is open and unpaid.");
        }
        assertThat(sale.nothingOpen())
                .as("nothing that nobody pays is still to be shipped")
                .isTrue();
    }

    private void place(Step step) {
        int chosen = 1 + step.which() % ((1 << shop.variants().size()) - 1);
        PricedBasket basket = shop.basket(chosen, step.units(), step.flag() ? List.of(campaign) : List.of());
        String customer = CUSTOMERS.get(step.units() % CUSTOMERS.size());
        Order order = commit.take(PurchaseInMemory.place(commit, customer, basket, shop.terms()));
        commit.put(OrderRows.ORDERS, order.id(), order);
        sales.add(new AnySale(
                order, FulfilmentInMemory.parts(commit, order), new ReturnsInMemory(commit, order), basket.total()));
    }

    /** With the first other part of the same brand for the same buyer. */
    private void shipCombined(AnySale sale, Fulfilment part) {
        for (AnySale other : sales) {
            for (int i = 0; i < shop.brands(); i++) {
                Fulfilment with = other.part(i);
                if (other != sale
                        && with.brandId().equals(part.brandId())
                        && !with.open().isEmpty()) {
                    ship(List.of(
                            new Leaving(sale.order(), part, part.open()),
                            new Leaving(other.order(), with, with.open())));
                    return;
                }
            }
        }
    }

    private void ship(List<Leaving> leaving) {
        if (leaving.stream().noneMatch(each -> each.units().isEmpty())) {
            boolean _ = commit.take(FulfilmentInMemory.ship(leaving, payments.captures(), commit.now()));
        }
    }

    /** Of one line, or of all lines of the part, whether there are so many or not. */
    private static Map<UUID, Integer> units(Fulfilment part, Step step) {
        Map<UUID, Integer> units = new LinkedHashMap<>();
        PartLine first = part.lines().get(step.which() % part.lines().size());
        units.put(first.id(), 1 + step.units() % 3);
        if (step.units() % 3 == 0) {
            part.lines().forEach(line -> units.put(line.id(), 1));
        }
        return units;
    }

    private void writeOff(AnySale sale, UUID lineId, int lost) {
        sale.lines().stream()
                .filter(line -> line.id().equals(lineId))
                .forEach(line -> writtenOff.merge(line.bought().variantId(), (long) lost, Long::sum));
    }

    private static <T> void any(List<T> all, int which, Consumer<T> use) {
        if (!all.isEmpty()) {
            use.accept(all.get(which % all.size()));
        }
    }

    void addUp() {
        sales.forEach(sale -> sale.addsUp(commit.told()));
        for (StockInMemory variant : stock) {
            UUID id = variant.variantId();
            variant.addsUp(
                    sales.stream().mapToLong(sale -> sale.held(id)).sum(),
                    sales.stream().mapToLong(sale -> sale.sold(id)).sum(),
                    writtenOff.getOrDefault(id, 0L));
        }
    }

    List<OrderStatus> statuses() {
        return sales.stream().map(sale -> sale.order().status()).toList();
    }
}
