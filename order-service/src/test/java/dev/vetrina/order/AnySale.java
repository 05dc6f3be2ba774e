package dev.vetrina.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.FulfilmentEvent.FulfilmentCancelled;
import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.events.Money;
import dev.vetrina.events.ReturnEvent.ReturnReceived;
import dev.vetrina.order.fulfilment.Fulfilment;
import dev.vetrina.order.fulfilment.FulfilmentInMemory;
import dev.vetrina.order.fulfilment.OrderParts;
import dev.vetrina.order.fulfilment.PartLine;
import dev.vetrina.order.lifecycle.MoneyEquations;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderStatus;
import dev.vetrina.order.returns.ReturnsInMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An order with everything that belongs to it, and what must be true of it at any time. */
final class AnySale {

    private final Order order;
    private final OrderParts parts;
    private final ReturnsInMemory returns;
    private final Money agreed;
    private boolean goodwill;

    /** @param agreed what the buyer was shown */
    AnySale(Order order, OrderParts parts, ReturnsInMemory returns, Money agreed) {
        this.order = order;
        this.parts = parts;
        this.returns = returns;
        this.agreed = agreed;
    }

    Order order() {
        return order;
    }

    ReturnsInMemory returns() {
        return returns;
    }

    Fulfilment part(int which) {
        return parts.all().get(which % parts.all().size());
    }

    List<PartLine> lines() {
        return parts.all().stream().flatMap(part -> part.lines().stream()).toList();
    }

    boolean nothingOpen() {
        return parts.all().stream().allMatch(part -> part.open().isEmpty());
    }

    /** Somebody refunds more than the goods: what they are worth is no longer all that goes back. */
    void outOfGoodwill() {
        goodwill = true;
    }

    /** Units of a variant that wait for the payment. */
    long held(UUID variantId) {
        return order.status() == OrderStatus.PENDING_PAYMENT ? units(variantId, true) : 0;
    }

    /** Units of a variant that are the buyer's, or will be. */
    long sold(UUID variantId) {
        return order.status().kept() ? units(variantId, false) : 0;
    }

    private long units(UUID variantId, boolean all) {
        return lines().stream()
                .filter(line -> line.bought().variantId().equals(variantId))
                .mapToLong(line ->
                        line.bought().quantity() - (all ? 0 : line.cancelled() + FulfilmentInMemory.returned(line)))
                .sum();
    }

    void addsUp(List<DomainEvent> told) {
        assertThat(order.total()).isEqualTo(agreed);
        MoneyEquations.hold(order);
        List<DomainEvent> own = told.stream()
                .filter(event -> event.key().equals(order.id().toString()))
                .toList();
        for (int i = 0; i < own.size(); i++) {
            assertThat(own.get(i).sequence()).as("sequence of %s", own.get(i)).isEqualTo(i);
        }
        assertThat(order.version()).isEqualTo(own.size() - 1L);
        goesBackToTheCent(own);
    }

    private void goesBackToTheCent(List<DomainEvent> own) {
        List<RefundedUnits> units = new ArrayList<>();
        long shipping = 0;
        for (DomainEvent event : own) {
            if (event instanceof FulfilmentCancelled cancelled) {
                units.addAll(cancelled.lines());
                shipping += cancelled.shipping().amount();
            } else if (event instanceof ReturnReceived received) {
                units.addAll(received.lines());
                shipping += received.shipping().amount();
            }
        }
        linesGoBackToTheCent(units);
        assertThat(shipping)
                .isEqualTo(parts.all().stream()
                        .mapToLong(FulfilmentInMemory::shippingRefunded)
                        .sum());
        long owed = units.stream().mapToLong(line -> line.total().amount()).sum() + shipping;
        orderGoesBackToTheCent(owed);
    }

    private void linesGoBackToTheCent(List<RefundedUnits> units) {
        Map<UUID, Long> totals = new HashMap<>();
        Map<UUID, Long> taxes = new HashMap<>();
        units.forEach(line -> {
            totals.merge(line.lineId(), line.total().amount(), Long::sum);
            taxes.merge(line.lineId(), line.tax().amount(), Long::sum);
        });
        for (PartLine line : lines()) {
            long back = totals.getOrDefault(line.id(), 0L);
            assertThat(back).as("refunded of line %s", line.id()).isEqualTo(FulfilmentInMemory.refunded(line));
            if (line.cancelled() + FulfilmentInMemory.returned(line)
                    == line.bought().quantity()) {
                assertThat(back).isEqualTo(line.bought().total().amount());
                assertThat(requireNonNull(taxes.get(line.id())))
                        .isEqualTo(line.bought().tax().amount());
            }
        }
    }

    private void orderGoesBackToTheCent(long owed) {
        assertThat(MoneyEquations.promised(order))
                .as("promised, of %s owed", owed)
                .isLessThanOrEqualTo(owed);
        if (!goodwill) {
            assertThat(MoneyEquations.promised(order)).as("promised").isEqualTo(owed);
        }
        if (order.status() == OrderStatus.CANCELLED && owed > 0) {
            assertThat(owed).as("owed for an order that is cancelled whole").isEqualTo(agreed.amount());
        }
    }
}
